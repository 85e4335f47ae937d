import type { Change } from '../change.ts'
import type { FileChanges } from '../file-changes.ts'
import type { Policy } from '../policy/policy.ts'
import type { SchemaSettings } from '../schemas/compare-schemas.ts'
import type { Tree } from '../tree.ts'
import { compareSubject } from './compare-subject.ts'

/** What is new or other than in the base among all versions of all subjects. */
export function compareSubjects(context: {
  readonly head: Tree
  readonly base: Tree | undefined
  readonly changes: FileChanges
  readonly settings: SchemaSettings
  readonly policy: Policy
}): readonly Change[] {
  const { head, policy } = context
  return head.catalog.subjects.flatMap((subject) =>
    compareSubject(subject, { ...context, mode: () => policy.modeOfSubject(subject.name) ?? 'FULL' }),
  )
}
