import type { ContractFile } from '../catalog.ts'
import type { ContractErrorCode } from '../contract-error.ts'

/** Where contracts are read from: a tree of files under one root. Paths are relative to the root, with `/`. */
export interface ContractSource {
  /** For messages: `folder contracts`, `revision main (1a2b3c4d)`. */
  readonly label: string
  /**
   * Paths of the files under a folder (`''`: all), in any order. Folders that start with a dot and node_modules are
   * left out: they hold no contracts; so is the folder `except`.
   */
  readonly list: (folder: string, except?: string) => Promise<readonly string[]>
  readonly read: (path: string) => Promise<Uint8Array | ReadFailure>
  /** Whether it has this very file, told without reading it; only of sources that know their files by what is in them. */
  readonly holds?: (file: ContractFile) => boolean
  /** Ends what the source started. */
  readonly close: () => Promise<void>
}

/** Why a file cannot be had. A value, because whoever asked knows the place that is at fault. */
export interface ReadFailure {
  readonly failure: 'missing' | 'outside-root' | 'too-large' | 'unreadable'
  /** Half a sentence that continues the path: `is a folder`. */
  readonly detail: string
}

/** Larger files are refused before they are read. */
export const MAX_FILE_BYTES: number = 10 * 1024 * 1024

export function isReadFailure(result: Uint8Array | ReadFailure): result is ReadFailure {
  return !(result instanceof Uint8Array)
}

const CODES: Readonly<Record<ReadFailure['failure'], ContractErrorCode>> = {
  missing: 'not-found',
  'outside-root': 'reference-outside-root',
  'too-large': 'too-large',
  unreadable: 'unreadable',
}

/** The code under which a failure is reported. */
export function failureCode(failure: ReadFailure): ContractErrorCode {
  return CODES[failure.failure]
}

export function tooLarge(bytes: number): ReadFailure {
  const megabytes = (bytes / 1024 / 1024).toFixed(1)
  return {
    failure: 'too-large',
    detail: `has ${megabytes} MB, more than the ${MAX_FILE_BYTES / 1024 / 1024} MB that Concordat reads`,
  }
}

/** Whether a path lies in a folder where nobody keeps contracts. */
export function isIgnoredFolder(name: string): boolean {
  return name === 'node_modules' || name.startsWith('.')
}

/** The filter of `list` for sources that know all their paths. */
export function pathsUnder(paths: Iterable<string>, folder: string, except?: string): readonly string[] {
  const prefix = folder === '' ? '' : `${folder}/`
  return [...paths].filter(
    (path) =>
      path.startsWith(prefix) &&
      (except === undefined || !path.startsWith(`${except}/`)) &&
      !path.slice(prefix.length).split('/').some(isIgnoredFolder),
  )
}
