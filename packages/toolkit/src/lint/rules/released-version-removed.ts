import { posix } from 'node:path'
import { versionPaths } from '../../model/read-subjects.ts'
import type { Catalog } from '../../model/catalog.ts'
import { isReleased } from '../released.ts'
import { quote } from '../quote.ts'
import type { Rule } from '../rule.ts'

export const releasedVersionRemoved: Rule = {
  id: 'released-version-removed',
  severity: 'error',
  summary: 'A version file that the base revision has is gone.',
  why: 'Messages of that version are still in queues, topics and stores, and nobody can read them by contract any more.',
  *check({ catalog, base }) {
    if (base === undefined) return
    const roots = schemaFolders(catalog)
    for (const path of base.blobs.keys()) {
      if (catalog.files.has(path) || !roots.some((root) => isReleasedFile(root, path))) continue
      yield {
        at: { file: path, pointer: '' },
        message: `${path} is released in ${quote(base.label)} and is gone`,
        fix: 'Restore the file, and mark it with "deprecated": true where it should not be used any more.',
      }
    }
  },
}

/** Where subjects stand; by default also where nothing is left of them. */
function schemaFolders(catalog: Catalog): readonly string[] {
  const versions = catalog.subjects.flatMap((subject) => subject.versions)
  const folders = versions.map(({ id, path }) => path.slice(0, path.lastIndexOf(id)).replace(/\/$/, ''))
  return [...new Set(['schemas', ...folders])]
}

function isReleasedFile(root: string, path: string): boolean {
  const [file] = versionPaths([path], root)
  return file !== undefined && isReleased(posix.parse(path).name)
}
