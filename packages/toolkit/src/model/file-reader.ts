import type { Cache } from '../cache/cache.ts'
import type { ContractFile } from './catalog.ts'
import type { ContractSource } from './sources/contract-source.ts'

/** How the files of a catalog are read. */
export interface FileReader {
  readonly source: ContractSource
  /** Keeps parsed YAML between runs. */
  readonly cache: Cache | undefined
  /** Files of another catalog, by path. */
  readonly known: ReadonlyMap<string, ContractFile>
}

/** A file of the other catalog that the source is known to hold too. */
export function knownFile({ source, known }: FileReader, path: string): ContractFile | undefined {
  const file = known.get(path)
  return file !== undefined && source.holds?.(file) === true ? file : undefined
}
