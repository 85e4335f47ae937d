import { describe, expect, it } from 'vitest'
import { sampleChange, sampleFinding } from '../testing/sample-change.ts'
import { applyExceptions } from './apply-exceptions.ts'
import type { Exception } from './exception.ts'

const today = '2026-11-28'

function exception(fields: Partial<Exception> = {}): Exception {
  return {
    rule: 'property-became-required',
    thing: { kind: 'subject', name: 'orders/order.created' },
    fingerprint: '0123456789abcdef',
    owner: 'Orders',
    reason: 'Every consumer is ours and is released together.',
    expires: '2026-12-31',
    at: { file: 'exceptions/currency.json', line: 1, column: 1, pointer: '' },
    ...fields,
  }
}

const undecided = sampleFinding({ verdict: 'undecided', rule: 'undecided', fingerprint: 'fedcba9876543210' })
const change = sampleChange('orders/order.created', [sampleFinding(), undecided])

describe('applyExceptions', () => {
  it('accepts a finding by rule, thing and fingerprint, and leaves the verdict of the others', () => {
    const { changes, findings } = applyExceptions([change], [exception()], today)
    expect(findings).toEqual([])
    expect(changes[0]).toMatchObject({ verdict: 'undecided', findings: [{ verdict: 'breaking' }, {}] })
    expect(changes[0]?.findings.map(({ exception }) => exception)).toEqual([
      {
        file: 'exceptions/currency.json',
        owner: 'Orders',
        reason: 'Every consumer is ours and is released together.',
        expires: '2026-12-31',
      },
      undefined,
    ])
  })

  it('calls a change compatible when everything that was found is accepted', () => {
    const both = [exception(), exception({ rule: 'undecided', fingerprint: 'fedcba9876543210' })]
    expect(applyExceptions([change], both, today).changes[0]?.verdict).toBe('compatible')
  })

  it('tells how to accept what is not accepted', () => {
    const { changes } = applyExceptions([change], [exception()], today)
    expect(changes[0]?.findings[0]?.ways).toEqual([])
    expect(changes[0]?.findings[1]?.ways).toEqual([
      {
        text: 'Accept it for a while, where everybody who is hit agrees.',
        command: 'concordat accept fedcba9876543210 --owner TEAM --reason WHY --until 2026-12-28',
      },
    ])
  })

  it('holds on the last day and not on the next', () => {
    const last = [exception({ expires: today })]
    expect(applyExceptions([change], last, today).changes[0]?.verdict).toBe('undecided')
    const { changes, findings } = applyExceptions([change], last, '2026-11-29')
    expect(changes[0]?.verdict).toBe('breaking')
    expect(findings).toMatchObject([{ rule: 'exception-expired', why: 'What it accepted counts again.' }])
  })

  it('asks for the removal of an expired exception whose finding is gone', () => {
    const { findings } = applyExceptions([], [exception({ expires: '2020-01-01' })], today)
    expect(findings).toMatchObject([
      { rule: 'exception-expired', fix: 'Remove it: what it accepted is not found any more.' },
    ])
  })

  it.each([
    ['another rule', { rule: 'undecided' }, '"undecided" in subject "orders/order.created"'],
    [
      'another thing',
      { thing: { kind: 'subject', name: 'orders/order.paid' } } as const,
      '"property-became-required" in subject "orders/order.paid"',
    ],
    [
      'another kind of thing',
      { thing: { kind: 'message', name: 'orders/order.created' } } as const,
      '"property-became-required" in message "orders/order.created"',
    ],
  ])('accepts nothing by a fingerprint with %s', (_, fields, said) => {
    const { changes, findings } = applyExceptions([change], [exception(fields)], today)
    expect(changes[0]?.verdict).toBe('breaking')
    expect(findings).toMatchObject([
      {
        rule: 'exception-mismatched',
        message: `The exception is for ${said}, but 0123456789abcdef is "property-became-required" in subject "orders/order.created"`,
      },
    ])
  })

  it('says what is found instead where the same rule finds something else in the same thing', () => {
    const old = exception({ fingerprint: '0000000000000000' })
    const { findings } = applyExceptions([change], [old], today)
    expect(findings).toMatchObject([{ rule: 'exception-mismatched' }])
    expect(findings[0]?.message).toContain(
      'what is found has 0123456789abcdef (schemas/orders/order.created/1.1.0.json:14:7: The property "currency" became required.)',
    )
  })

  it('calls an exception unused where another one accepts what the same rule finds', () => {
    const old = exception({ fingerprint: '0000000000000000' })
    const { findings } = applyExceptions([change], [old, exception()], today)
    expect(findings).toMatchObject([{ rule: 'exception-unused', fix: 'Remove it.' }])
  })

  it('names the exception that another one repeats', () => {
    const twin = exception({ at: { file: 'exceptions/twin.json', line: 3, column: 1, pointer: '' } })
    const { findings } = applyExceptions([change], [exception(), twin], today)
    expect(findings).toMatchObject([
      { rule: 'exception-unused', place: { file: 'exceptions/twin.json', line: 3 } },
    ])
    expect(findings[0]?.message).toContain('repeats the one at exceptions/currency.json:1')
  })

  it('never blocks by itself', () => {
    const wrong = [exception({ expires: '2020-01-01' }), exception({ rule: 'undecided' })]
    const { findings } = applyExceptions([change], wrong, today)
    expect(findings.map(({ severity }) => severity)).toEqual(['warning', 'warning'])
  })
})
