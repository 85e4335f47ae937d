import type { FileReference } from './catalog.ts'
import type { ProblemList } from './problem-list.ts'
import { outsideRoot, referenceTarget, type ReferenceFailure } from './reference-target.ts'
import { isFailure, type References } from './references.ts'
import { failureCode, type ReadFailure } from './sources/contract-source.ts'

/**
 * Reports references of one file that lead nowhere, each where it stands; one whose chain fails later is the fault of the
 * later one. `failures` holds the files that could not be read; what is `invalid` is reported already.
 */
export function checkReferences(
  found: readonly FileReference[],
  references: References,
  failures: ReadonlyMap<string, ReadFailure | 'invalid'>,
  problems: ProblemList,
): void {
  for (const reference of found) {
    const target = references.follow(reference)
    if (!isFailure(target)) continue
    if (target.reference.file !== reference.file || target.reference.ref !== reference.ref) continue
    const failure = explain(target, failures)
    if (failure === undefined) continue
    problems.at(reference, failure.code, failure.message, failure.fix)
  }
}

function explain(
  failure: ReferenceFailure,
  failures: ReadonlyMap<string, ReadFailure | 'invalid'>,
): ReferenceFailure | undefined {
  const { reference } = failure
  const target = referenceTarget(reference)
  if (isFailure(target) || target.kind !== 'file') return failure
  const cause = failures.get(target.path)
  if (cause === 'invalid') return undefined
  if (cause === undefined || cause.failure === 'missing') return failure
  if (cause.failure === 'outside-root') return outsideRoot(reference)
  const message = `The reference ${JSON.stringify(reference.ref)} leads to ${target.path}, which ${cause.detail}.`
  return { code: failureCode(cause), reference, message, fix: 'Refer to a file that can be read.' }
}
