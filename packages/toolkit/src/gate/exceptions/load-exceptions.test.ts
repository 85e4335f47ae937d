import { describe, expect, it } from 'vitest'
import { ContractError } from '../../model/contract-error.ts'
import { memorySource } from '../../model/sources/memory-source.ts'
import { sampleFinding } from '../testing/sample-change.ts'
import { exceptionFile } from './accept-finding.ts'
import type { Exception } from './exception.ts'
import { loadExceptions } from './load-exceptions.ts'

function load(files: Readonly<Record<string, string>>): Promise<readonly Exception[]> {
  return loadExceptions(memorySource(files), 'exceptions')
}

async function problemsOf(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  try {
    await load(files)
  } catch (error) {
    if (!(error instanceof ContractError)) throw error
    return error.problems.map(
      ({ code, message, place }) =>
        `${place?.file}:${place?.line}:${place?.column} ${code} ${message.split('.')[0]}`,
    )
  }
  return []
}

const thing = { kind: 'subject', name: 'orders/order.created' } as const
const decision = { owner: 'Orders', reason: 'All consumers are ours', expires: '2027-01-31' }
const { name, content } = exceptionFile(thing, sampleFinding(), decision)

describe('loadExceptions', () => {
  it('finds none where there is no folder of them', async () => {
    expect(await load({ 'asyncapi.json': '{}' })).toEqual([])
  })

  it('reads what is written for a finding', async () => {
    expect(name).toBe('property-became-required-0123456789abcdef.json')
    expect(await load({ [`exceptions/${name}`]: content })).toEqual([
      {
        rule: 'property-became-required',
        thing,
        fingerprint: '0123456789abcdef',
        ...decision,
        at: { file: `exceptions/${name}`, line: 1, column: 1, pointer: '' },
      },
    ])
  })

  it('reads lists, in YAML too, in the order of paths and with their lines', async () => {
    const yaml = `- rule: channel-removed
  place: { kind: channel, name: shop/orders }
  fingerprint: "0000000000000001"
  owner: Orders
  reason: Nobody listens
  expires: 2027-01-31
- { rule: x, place: { kind: server, name: a }, fingerprint: '0000000000000002', owner: b, reason: c, expires: 2027-01-31 }
`
    const loaded = await load({ 'exceptions/b/more.yaml': yaml, 'exceptions/a.json': `[${content}]` })
    expect(loaded.map(({ fingerprint, at }) => `${at.file}:${at.line} ${fingerprint}`)).toEqual([
      'exceptions/a.json:1 0123456789abcdef',
      'exceptions/b/more.yaml:1 0000000000000001',
      'exceptions/b/more.yaml:7 0000000000000002',
    ])
  })

  it('tells all that is wrong at once, each at its place', async () => {
    const files = {
      'exceptions/a.json': '{\n "rule": "",\n "place": { "kind": "galaxy", "name": "x" },\n "owner": "o" }',
      'exceptions/b.yaml': 'rule: r\nexpiry: 2027-01-31\n',
      'exceptions/c.json': '3',
      'exceptions/d.yaml': '- [',
    }
    expect(await problemsOf(files)).toEqual([
      'exceptions/d.yaml:1:4 syntax exceptions/d',
      'exceptions/a.json:2:2 bad-exception An exception needs "rule": the id of a rule',
      'exceptions/a.json:3:13 bad-exception An exception needs "kind": one of subject, message, channel, operation, server, application',
      'exceptions/a.json:1:1 bad-exception An exception needs "fingerprint": 16 hexadecimal digits in quotes',
      'exceptions/a.json:1:1 bad-exception An exception needs "reason": a text that says why',
      'exceptions/a.json:1:1 bad-exception An exception needs "expires": a date such as "2027-01-31"',
      'exceptions/b.yaml:2:1 bad-exception An exception has no key "expiry"',
      'exceptions/c.json:1:1 bad-exception An exception needs an object with rule, place, fingerprint, owner, reason, expires',
    ])
  })

  it('refuses a day that no calendar has, and a fingerprint that YAML reads as a number', async () => {
    const wrong = content.replace('2027-01-31', '2027-02-30')
    expect(await problemsOf({ 'exceptions/a.json': wrong })).toEqual([
      'exceptions/a.json:10:3 bad-exception An exception needs "expires": a date such as "2027-01-31"',
    ])
    const yaml = content.replace('"0123456789abcdef"', '1234567890123456')
    expect(await problemsOf({ 'exceptions/a.yaml': yaml })).toEqual([
      'exceptions/a.yaml:7:3 bad-exception An exception needs "fingerprint": 16 hexadecimal digits in quotes',
    ])
  })
})
