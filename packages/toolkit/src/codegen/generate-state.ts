import type { Cache } from '../cache/cache.ts'
import { hashOf } from './output-folder.ts'
import type { StampedHash } from './output-folder.ts'

/** What the last run left in an output folder. */
export interface GenerateState {
  /** `inputs` of its request. */
  readonly inputs: string | undefined
  /** By path. */
  readonly files: ReadonlyMap<string, PrintedFile>
}

export interface PrintedFile extends StampedHash {
  /** Key of the unit that prints it; empty for the manifest. */
  readonly unit: string
}

export function readState(cache: Cache, folder: string): GenerateState {
  const text = cache.get(kindOf(folder), folder)
  if (text === undefined) return { inputs: undefined, files: new Map() }
  const { inputs, files } = JSON.parse(text) as StoredState
  return {
    inputs,
    files: new Map(files.map(([path, stamp, hash, unit]) => [path, { stamp, hash, unit }])),
  }
}

export function writeState(cache: Cache, folder: string, { inputs, files }: GenerateState): void {
  const stored: StoredState = {
    inputs,
    files: [...files].map(([path, { stamp, hash, unit }]) => [path, stamp, hash, unit]),
  }
  cache.set(kindOf(folder), folder, JSON.stringify(stored))
}

/** The form in which a state stands in the cache: rows, because names a file would double what is read on every run. */
interface StoredState {
  readonly inputs?: string | undefined
  readonly files: readonly (readonly [path: string, stamp: string, hash: string, unit: string])[]
}

/** A kind a folder: a run knows of one folder only, and what a run does not use of a kind is dropped. */
function kindOf(folder: string): string {
  return `generated-${hashOf(folder).slice(0, 16)}`
}
