import type { Catalog, Node } from '../../model/catalog.ts'
import type { Mode } from '../../model/compatibility-mode.ts'
import type { CatalogPairs } from '../catalog-pairs.ts'
import type { Change, ChangeFinding, Thing } from '../change.ts'
import { fingerprint } from '../fingerprint.ts'
import type { Tree } from '../tree.ts'
import { compatibilityWeakened } from '../promise-rules.ts'
import { isAtLeast } from './promises.ts'

/**
 * Subjects and messages whose mode promises less than in the base. It holds from the next proposal on, and only if somebody
 * saw it.
 */
export function weakenedModes(base: Tree, head: Tree, pairs: CatalogPairs): readonly Change[] {
  return [...weakenedSubjects(base, head), ...weakenedMessages(base, head, pairs)]
}

function weakenedSubjects(base: Tree, head: Tree): readonly Change[] {
  return head.catalog.subjects.flatMap(({ name, versions }) => {
    const before = base.policy.modeOfSubject(name)
    const now = head.policy.modeOfSubject(name)
    const newest = versions.at(-1)
    if (before === undefined || now === undefined || newest === undefined) return []
    return weakened({ kind: 'subject', name }, before, now, newest.schema, head.catalog)
  })
}

/** A message that carries a version of a subject is told by the subject, unless it states a mode itself. */
function weakenedMessages(base: Tree, head: Tree, pairs: CatalogPairs): readonly Change[] {
  return pairs.messages.flatMap((pair) => {
    if (pair.base === undefined || pair.head === undefined) return []
    const subject = pair.head.version?.subject ?? ''
    const before = base.policy.modeOfMessage(pair.base, pair.channel.base)
    const now = head.policy.modeOfMessage(pair.head, pair.channel.head)
    if (now === head.policy.modeOfSubject(subject)) return []
    const thing: Thing = { kind: 'message', name: `${pair.channel.head.system}/${pair.head.name}` }
    return weakened(thing, before, now, pair.head.node, head.catalog)
  })
}

function weakened(thing: Thing, before: Mode, now: Mode, at: Node, catalog: Catalog): readonly Change[] {
  if (isAtLeast(now, before)) return []
  const finding: ChangeFinding = {
    rule: compatibilityWeakened.id,
    verdict: compatibilityWeakened.verdict,
    message: `${thing.name} promises ${now} where it promised ${before}.`,
    why: compatibilityWeakened.why,
    place: catalog.locate(at),
    tree: 'head',
    direction: undefined,
    witness: undefined,
    hit: [],
    ways: [{ text: `Keep ${before}.` }],
    fingerprint: fingerprint(compatibilityWeakened.id, thing.kind, thing.name, before, now),
    exception: undefined,
  }
  return [
    {
      thing,
      from: before,
      to: now,
      verdict: 'risky',
      mode: now,
      bump: undefined,
      parties: [],
      findings: [finding],
    },
  ]
}
