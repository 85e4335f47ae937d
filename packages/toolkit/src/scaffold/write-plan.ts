import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { ContractError } from '../model/contract-error.ts'
import type { FilePlan, PlannedFile } from './file-plan.ts'
import { refusal } from './refusal.ts'

/**
 * Writes the files of a plan under a root, all or none: contents are written to a folder of their own and then moved,
 * and what was moved is taken back where a later file fails. A new file never takes the place of another one, and a
 * changed file only that of the text it was made from.
 *
 * @throws ContractError `already-exists`, `unwritable`
 */
export function writePlan(root: string, { files }: FilePlan): void {
  const undo: (() => void)[] = []
  try {
    makeFolder(root, undo)
    const realRoot = realpathSync(root)
    const staging = mkdtempSync(join(realRoot, '.concordat-'))
    try {
      const moves = files.map((file, index) => {
        const staged = join(staging, String(index))
        return { staged, ...placeOf(realRoot, file) }
      })
      for (const { staged, content } of moves) writeFileSync(staged, content)
      for (const move of moves) putInPlace(move, undo)
    } finally {
      rmSync(staging, { recursive: true, force: true })
    }
  } catch (cause) {
    for (const takeBack of undo.toReversed()) takeBack()
    throw cause instanceof ContractError ? cause : unwritable(root, cause)
  }
}

/** A file in its absolute place. */
interface PlacedFile {
  readonly path: string
  readonly content: string
  readonly before: string | undefined
}

/** Finds where a file stands or will stand, and makes sure that it may be written there. */
function placeOf(root: string, file: PlannedFile): PlacedFile {
  const path = join(root, file.path)
  if (file.before === undefined) {
    if (lstatSync(path, { throwIfNoEntry: false }) !== undefined) throw exists(file.path)
    if (!isInside(root, existingFolder(dirname(path)))) throw outside(file.path)
    return { path, content: file.content, before: undefined }
  }
  const real = realpathSync(path)
  if (!isInside(root, real)) throw outside(file.path)
  const before = readFileSync(real, 'utf8')
  // The catalog's texts have no byte order mark.
  const mark = before.startsWith('\uFEFF') ? '\uFEFF' : ''
  if (before !== mark + file.before)
    throw refusal('unwritable', `${file.path} was changed by somebody else in the meantime.`, 'Try again.')
  return { path: real, content: mark + file.content, before }
}

function existingFolder(folder: string): string {
  return lstatSync(folder, { throwIfNoEntry: false }) === undefined
    ? existingFolder(dirname(folder))
    : realpathSync(folder)
}

function isInside(root: string, path: string): boolean {
  return path === root || path.startsWith(root.endsWith(sep) ? root : root + sep)
}

function putInPlace(
  { staged, path, before }: PlacedFile & { readonly staged: string },
  undo: (() => void)[],
): void {
  if (before === undefined) makeFolder(dirname(path), undo)
  else chmodSync(staged, statSync(path).mode)
  renameSync(staged, path)
  undo.push(() => {
    if (before === undefined) rmSync(path)
    else writeFileSync(path, before)
  })
}

/** Makes a folder and those around it; taking it back leaves those that hold something else by now. */
function makeFolder(folder: string, undo: (() => void)[]): void {
  const first = mkdirSync(folder, { recursive: true })
  if (first === undefined) return
  undo.push(() => {
    try {
      for (let made = folder; isInside(first, made); made = dirname(made)) rmdirSync(made)
    } catch {
      // Somebody put something there: it is theirs.
    }
  })
}

function exists(path: string): ContractError {
  return refusal('already-exists', `${path} exists already.`, 'Move it away, or choose another name.')
}

function outside(path: string): ContractError {
  const message = `${path} would be written outside the root, because a link on its way leads there.`
  return refusal('unwritable', message, 'Replace the link by a folder.')
}

function unwritable(root: string, cause: unknown): ContractError {
  const message = `Cannot write into ${root}: ${cause instanceof Error ? cause.message : String(cause)}`
  const fix = 'Make the folder writable, or choose another one with --root DIR. Nothing was changed.'
  return new ContractError([{ code: 'unwritable', message, fix, place: undefined }], { cause })
}
