import type { Catalog, Subject } from '../../model/catalog.ts'
import type { Mode } from '../../model/compatibility-mode.ts'
import type { Change, ChangeFinding } from '../change.ts'
import { fingerprint } from '../fingerprint.ts'
import type { Policy } from './policy.ts'
import { isAtLeast } from './promises.ts'

/** Subjects whose mode promises less than in the base. It holds from the next proposal on, and only if somebody saw it. */
export function weakenedModes(base: Policy, head: Policy, catalog: Catalog): readonly Change[] {
  return catalog.subjects.flatMap((subject) => {
    const before = base.modeOfSubject(subject.name)
    const now = head.modeOfSubject(subject.name)
    if (before === undefined || now === undefined || isAtLeast(now, before)) return []
    return [weakened(subject, before, now, catalog)]
  })
}

function weakened(subject: Subject, before: Mode, now: Mode, catalog: Catalog): Change {
  const newest = subject.versions.at(-1)
  const finding: ChangeFinding = {
    rule: 'compatibility-weakened',
    verdict: 'risky',
    message: `${subject.name} promises ${now} where it promised ${before}.`,
    why: 'Once this is merged, changes go through that break applications which rely on the promise.',
    place: catalog.locate(newest?.schema ?? { file: '', pointer: '' }),
    tree: 'head',
    direction: undefined,
    witness: undefined,
    hit: [],
    ways: [{ text: `Keep ${before}.` }],
    fingerprint: fingerprint('compatibility-weakened', subject.name, before, now),
    exception: undefined,
  }
  return {
    thing: { kind: 'subject', name: subject.name },
    from: before,
    to: now,
    verdict: 'risky',
    mode: now,
    bump: undefined,
    parties: [],
    findings: [finding],
  }
}
