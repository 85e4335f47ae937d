import { readFileSync, statSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { ContractError, type ContractErrorCode } from '../contract-error.ts'
import { ArchiveFault, MAX_ARCHIVE_BYTES, type ArchiveFiles } from './archive-files.ts'
import {
  MAX_FILE_BYTES,
  pathsUnder,
  tooLarge,
  type ContractSource,
  type ReadFailure,
} from './contract-source.ts'
import { readTar } from './read-tar.ts'
import { readZip } from './read-zip.ts'

const READERS: readonly (readonly [RegExp, (bytes: Buffer) => ArchiveFiles])[] = [
  [/\.tar$/i, readTar],
  [/\.(?:tar\.gz|tgz)$/i, (bytes) => readTar(gunzipSync(bytes, { maxOutputLength: MAX_ARCHIVE_BYTES }))],
  [/\.zip$/i, readZip],
]

/** Whether a path has the name of an archive that can be read. */
export function isArchivePath(path: string): boolean {
  return READERS.some(([pattern]) => pattern.test(path))
}

/**
 * The files of a .tar, .tar.gz, .tgz or .zip archive, unpacked in memory; nothing is written. Where all of it stands in
 * one folder, as in the archives that git hosts offer, that folder is the root.
 * @throws ContractError `not-found`, `too-large`, or `bad-archive` for one that is damaged or holds paths that leave it
 */
export function archiveSource(path: string): ContractSource {
  const files = withoutOuterFolder(unpack(path))
  return {
    label: `archive ${path}`,
    list: (folder, except) => Promise.resolve(pathsUnder(files.keys(), folder, except)),
    read: (file) => Promise.resolve(readEntry(files, file)),
    close: () => Promise.resolve(),
  }
}

function readEntry(files: ArchiveFiles, path: string): Uint8Array | ReadFailure {
  const bytes = files.get(path)
  if (bytes !== undefined) return bytes.length > MAX_FILE_BYTES ? tooLarge(bytes.length) : bytes
  if (files.has(path))
    return { failure: 'unreadable', detail: 'is a link, which is not followed in an archive' }
  return { failure: 'missing', detail: 'does not exist in the archive' }
}

function unpack(path: string): ArchiveFiles {
  const reader = READERS.find(([pattern]) => pattern.test(path))?.[1]
  if (reader === undefined) throw failure('bad-archive', `${path} is not an archive that can be read.`)
  const bytes = readArchive(path)
  try {
    return reader(bytes)
  } catch (cause) {
    if (cause instanceof ArchiveFault) throw failure('bad-archive', `${path} ${cause.message}.`, cause)
    if (isTooLarge(cause))
      throw failure('bad-archive', `${path} unpacks to more than ${MEGABYTES} MB.`, cause)
    throw failure(
      'bad-archive',
      `${path} is damaged: ${cause instanceof Error ? cause.message : String(cause)}.`,
      cause,
    )
  }
}

const MEGABYTES = MAX_ARCHIVE_BYTES / 1024 / 1024

function readArchive(path: string): Buffer {
  let size: number
  try {
    size = statSync(path).size
    if (size <= MAX_ARCHIVE_BYTES) return readFileSync(path)
  } catch (cause) {
    throw failure('not-found', `The archive ${path} does not exist or cannot be read.`, cause)
  }
  throw failure('too-large', `The archive ${path} has more than ${MEGABYTES} MB.`)
}

function isTooLarge(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
}

function failure(code: ContractErrorCode, message: string, cause?: unknown): ContractError {
  const fix = 'Give a .tar, .tar.gz, .tgz or .zip archive of the contracts, or a folder.'
  return new ContractError([{ code, message, fix, place: undefined }], { cause })
}

/** Folders that are part of a repository of contracts and never its wrapping. */
const OWN_FOLDERS: ReadonlySet<string> = new Set(['asyncapi', 'schemas'])

function withoutOuterFolder(files: ArchiveFiles): ArchiveFiles {
  const folders = new Set([...files.keys()].map((path) => path.slice(0, path.indexOf('/') + 1)))
  const [outer = ''] = folders
  if (folders.size !== 1 || outer === '' || OWN_FOLDERS.has(outer.slice(0, -1))) return files
  return new Map([...files].map(([path, bytes]) => [path.slice(outer.length), bytes]))
}
