import { hash } from 'node:crypto'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/**
 * A hash over path, size, inode and times of files, in nanoseconds: equal fingerprints mean that nobody wrote to any of
 * them. Reading no content, it costs about 10 µs a file. A path that does not exist counts as such.
 */
export function fingerprintFiles(paths: Iterable<string>): string {
  const lines = Array.from(paths, (path) => `${path}\0${stampOf(path)}\n`)
  return hash('sha256', lines.join(''))
}

/** Size, inode and times of one file; undefined where there is none, or only a link to nothing but itself. */
export function stampOf(path: string): string | undefined {
  try {
    const { size, ino, mtimeNs, ctimeNs } = statSync(path, { bigint: true })
    return `${size}.${ino}.${mtimeNs}.${ctimeNs}`
  } catch {
    return undefined
  }
}

/** Fingerprint of running code: of every file in the folders that it stands in. Part of each cache key. */
export function fingerprintCode(folders: readonly string[]): string {
  return fingerprintFiles(folders.flatMap(filesBelow).toSorted())
}

/** What is built from the code stands below it where that runs from its sources. */
const NOT_CODE: ReadonlySet<string> = new Set(['node_modules', 'dist'])

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return NOT_CODE.has(entry.name) ? [] : filesBelow(path)
    return entry.name.endsWith('.test.ts') ? [] : [path]
  })
}
