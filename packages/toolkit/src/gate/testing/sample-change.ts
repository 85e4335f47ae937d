import type { Change, ChangeFinding, Thing } from '../change.ts'

/** A finding that breaks, with the fields that a test cares about. */
export function sampleFinding(fields: Partial<ChangeFinding> = {}): ChangeFinding {
  return {
    rule: 'property-became-required',
    verdict: 'breaking',
    message: 'The property "currency" became required.',
    why: 'A consumer of 1.1.0 refuses what publishers of 1.0.0 still send.',
    place: {
      file: 'schemas/orders/order.created/1.1.0.json',
      line: 14,
      column: 7,
      pointer: '/properties/currency',
    },
    tree: 'head',
    direction: 'backward',
    witness: undefined,
    hit: [],
    ways: [],
    fingerprint: '0123456789abcdef',
    exception: undefined,
    ...fields,
  }
}

/** A change with findings; its verdict is that of the first. */
export function sampleChange(name: string, findings: readonly ChangeFinding[], kind?: Thing['kind']): Change {
  return {
    thing: { kind: kind ?? 'subject', name },
    from: '1.0.0',
    to: '1.1.0',
    verdict: findings[0]?.verdict ?? 'compatible',
    mode: 'FULL',
    bump: { claimed: 'minor', needed: findings.length > 0 ? 'major' : 'minor' },
    parties: [],
    findings,
  }
}
