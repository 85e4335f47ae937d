import { hash } from 'node:crypto'
import {
  accessSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { stampOf } from '../cache/fingerprint.ts'
import { ContractError } from '../model/contract-error.ts'
import type { GeneratedFile } from './generator.ts'

export function hashOf(content: string | Uint8Array): string {
  return hash('sha256', content)
}

/**
 * Hashes of the files of an output folder. A hash is taken again only where the file's stamp is not the one that it was
 * taken under.
 */
export class OutputHashes {
  readonly #folder: string
  readonly #known: ReadonlyMap<string, StampedHash>
  readonly #current = new Map<string, StampedHash | undefined>()

  constructor(folder: string, known: ReadonlyMap<string, StampedHash>) {
    this.#folder = folder
    this.#known = known
  }

  /** SHA-256 of a file's content; undefined where there is no such file. */
  get(path: string): string | undefined {
    if (!this.#current.has(path)) this.#current.set(path, this.#take(path))
    return this.#current.get(path)?.hash
  }

  /** Hashes of all that was asked for, for the next run; those of changed paths are taken anew. */
  refreshed(changed: readonly string[]): ReadonlyMap<string, StampedHash> {
    const hashes = new Map<string, StampedHash>()
    const paths = new Set(changed)
    for (const [path, before] of this.#current) {
      const now = paths.has(path) ? this.#take(path) : before
      if (now !== undefined) hashes.set(path, now)
    }
    return hashes
  }

  #take(path: string): StampedHash | undefined {
    const absolute = join(this.#folder, path)
    const stamp = stampOf(absolute)
    if (stamp === undefined) return undefined
    const known = this.#current.get(path) ?? this.#known.get(path)
    if (known?.stamp === stamp) return known
    try {
      return { stamp, hash: hashOf(readFileSync(absolute)) }
    } catch {
      return undefined
    }
  }
}

export interface StampedHash {
  readonly stamp: string
  readonly hash: string
}

/**
 * Brings an output folder to its new state. All contents are written beside their places first and then moved, so a
 * full disk or a missing permission leaves the folder as it was.
 *
 * @throws ContractError `unwritable`
 */
export function applyChanges(
  folder: string,
  written: readonly GeneratedFile[],
  removed: readonly string[],
): void {
  if (written.length === 0 && removed.length === 0) return
  try {
    mkdirSync(folder, { recursive: true })
    const root = realpathSync(folder)
    for (const { path } of written) verifyPlace(root, path)
    for (const path of removed) verifyWritable(root, dirname(join(root, path)))
    removeAbandoned(root)
    const staging = mkdtempSync(join(root, `.staging-${process.pid}-`))
    try {
      written.forEach((file, index) => writeFileSync(join(staging, String(index)), file.content))
      for (const { path } of written) mkdirSync(dirname(join(root, path)), { recursive: true })
      written.forEach((file, index) => renameSync(join(staging, String(index)), join(root, file.path)))
    } finally {
      rmSync(staging, { recursive: true, force: true })
    }
    removeFiles(root, removed)
  } catch (cause) {
    throw unwritable(folder, cause)
  }
}

/** Removes what processes that were killed had written beside its place. */
function removeAbandoned(root: string): void {
  for (const name of readdirSync(root)) {
    const [, writer] = /^\.staging-(\d+)-/.exec(name) ?? []
    if (writer !== undefined && !isRunning(Number(writer)))
      rmSync(join(root, name), { recursive: true, force: true })
  }
}

function isRunning(id: number): boolean {
  try {
    return process.kill(id, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Throws where a file could not be moved to its place, or where its place is not inside the root. */
function verifyPlace(root: string, path: string): void {
  const place = join(root, path)
  if (lstatSync(place, { throwIfNoEntry: false })?.isDirectory() === true)
    throw new Error(`${path} is a folder`)
  let parent = dirname(place)
  while (!existsSync(parent)) parent = dirname(parent)
  if (!staysInside(root, parent)) throw new Error(`${path} lies behind a link that leads out of it`)
  verifyWritable(root, parent)
}

/** Throws where nothing may be added to or removed from a folder. What is outside is never touched, so nothing is said. */
function verifyWritable(root: string, folder: string): void {
  if (staysInside(root, folder)) accessSync(folder, constants.W_OK)
}

/** Removes files and the folders that this leaves empty; never follows a link out of the root. */
function removeFiles(root: string, paths: readonly string[]): void {
  for (const path of paths) {
    const absolute = join(root, path)
    if (!staysInside(root, dirname(absolute)) || !isFile(absolute)) continue
    rmSync(absolute)
    removeEmptyFolders(root, dirname(absolute))
  }
}

function staysInside(root: string, folder: string): boolean {
  try {
    return `${realpathSync(folder)}${sep}`.startsWith(`${root}${sep}`)
  } catch {
    return false
  }
}

function isFile(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? false
}

function removeEmptyFolders(root: string, start: string): void {
  for (let folder = start; relative(root, folder) !== ''; folder = dirname(folder)) {
    try {
      rmdirSync(folder)
    } catch {
      return
    }
  }
}

function unwritable(folder: string, cause: unknown): ContractError {
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new ContractError(
    [
      {
        code: 'unwritable',
        message: `Cannot write into the output folder ${folder}: ${reason}`,
        fix: 'Make the folder writable, or choose another one with --out DIR.',
        place: undefined,
      },
    ],
    { cause },
  )
}
