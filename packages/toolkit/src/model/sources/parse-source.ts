import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { isArchivePath } from './archive-source.ts'
import type { SourceSpec } from './open-source.ts'

/**
 * Reads a source from a command line: a folder or an archive that exists, else a revision of the repository in which
 * `root` stands. A revision that has the name of a folder is written as `refs/heads/name`.
 */
export function parseSource(text: string, root = '.'): SourceSpec {
  const path = resolve(root, text)
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) return { kind: 'folder', path }
  return isArchivePath(text)
    ? { kind: 'archive', path }
    : { kind: 'revision', repository: root, revision: text }
}
