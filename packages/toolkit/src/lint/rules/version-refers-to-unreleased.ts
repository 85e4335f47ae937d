import { quote } from '../quote.ts'
import { isReleased } from '../released.ts'
import type { Rule } from '../rule.ts'
import { reachedSchemas } from '../schemas/reached-schemas.ts'
import { referencedSchema } from '../../schema/schema-references.ts'

export const versionRefersToUnreleased: Rule = {
  id: 'version-refers-to-unreleased',
  severity: 'warning',
  summary: 'A version file refers to a file that is no version of a subject, or to a pre-release.',
  why: 'What it refers to may change any time, and the released version changes with it.',
  *check(context) {
    const { catalog } = context
    const versions = catalog.subjects.flatMap((subject) => subject.versions)
    const released = new Set(versions.filter(({ version }) => isReleased(version)).map(({ path }) => path))
    for (const { node } of reachedSchemas(context)) {
      if (!released.has(node.file)) continue
      const target = referencedSchema(catalog, node)
      if (target === undefined || released.has(target.file)) continue
      yield {
        at: { file: node.file, pointer: `${node.pointer}/$ref` },
        message: `The released version refers to ${quote(target.file)}, which is not released`,
        fix: 'Make what it refers to a version of a subject of its own, or write it into the version.',
      }
    }
  },
}
