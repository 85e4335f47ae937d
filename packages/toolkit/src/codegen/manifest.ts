import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isInside } from './plan-files.ts'

/** Name of the file that lists what was generated; it stands in the output folder and is committed with it. */
export const MANIFEST = '.concordat.json'

/** Paths of generated files by target. It tells a stale generated file from one that somebody else put there. */
export type Manifest = ReadonlyMap<string, readonly string[]>

/** Reads a folder's manifest; entries that point out of the folder are ignored, for a manifest may come from a stranger. */
export function readManifest(folder: string): Manifest {
  let content: unknown
  try {
    content = JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8'))
  } catch {
    return new Map()
  }
  if (typeof content !== 'object' || content === null) return new Map()
  return new Map(
    Object.entries(content).map(([target, paths]) => [
      target,
      Array.isArray(paths)
        ? paths.filter((path): path is string => typeof path === 'string' && isInside(path))
        : [],
    ]),
  )
}

/** One path a line, sorted, so that two branches rarely conflict. */
export function printManifest(manifest: Manifest): string {
  const targets = [...manifest]
    .filter(([, paths]) => paths.length > 0)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `${JSON.stringify(Object.fromEntries(targets.map(([target, paths]) => [target, paths.toSorted()])), null, 2)}\n`
}
