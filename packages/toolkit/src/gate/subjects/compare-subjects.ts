import type { Change } from '../change.ts'
import type { FileChanges } from '../file-changes.ts'
import { modeInForce } from '../policy/mode-in-force.ts'
import type { SchemaSettings } from '../schemas/compare-schemas.ts'
import type { Tree } from '../tree.ts'
import { compareSubject } from './compare-subject.ts'

/** What is new or other than in the base among all versions of all subjects. */
export function compareSubjects(context: {
  readonly head: Tree
  readonly base: Tree | undefined
  readonly changes: FileChanges
  readonly settings: SchemaSettings
}): readonly Change[] {
  const { head, base } = context
  return head.catalog.subjects.flatMap((subject) =>
    compareSubject(subject, { ...context, mode: () => modeInForce(base?.policy, head.policy, subject.name) }),
  )
}
