import { formats } from '@concordat/formats'
import { describe, expect, it } from 'vitest'
import type { Json } from '../model/catalog.ts'
import { decideInclusion } from './decide-inclusion.ts'
import { isFormatWithin } from './pattern/format-languages.ts'

const names = Object.keys(formats)
const pairs = names.flatMap((a) => names.map((b) => [a, b] as const))

function decide(a: Json, b: Json): string {
  return decideInclusion(a, b, { format: 'assertion' }).kind
}

describe('with format as an assertion', () => {
  it.each<[string, Json, Json]>([
    ['a format that was dropped', { format: 'date' }, {}],
    ['the length of a format', { type: 'string', format: 'date' }, { minLength: 10, maxLength: 10 }],
    [
      'a format for a pattern of its strings',
      { type: 'string', format: 'uuid' },
      { pattern: '^[-0-9A-Fa-f]*$' },
    ],
    [
      'a pattern that says all of the format',
      { type: 'string', pattern: '^127\\.0\\.0\\.[1-9]$' },
      { format: 'ipv4' },
    ],
    [
      'two formats that share no string',
      { type: 'string', allOf: [{ format: 'date' }, { format: 'uuid' }] },
      false,
    ],
    ['a format that only strings have', { type: 'integer' }, { format: 'date' }],
    ['a format that nobody knows', { type: 'string' }, { format: 'int64' }],
    ['names of a format', { propertyNames: { format: 'uuid' } }, { propertyNames: { maxLength: 36 } }],
    ['constants that have it', { enum: ['2024-01-15', 1] }, { format: 'date' }],
  ])('proves %s', (_, a, b) => {
    expect(decide(a, b)).toBe('included')
  })

  it.each<[string, Json, Json]>([
    ['a format that came', { type: 'string' }, { format: 'date' }],
    ['a format that came for one of several types', { type: ['string', 'null'] }, { format: 'date' }],
    ['a format that is not refused any longer', {}, { not: { format: 'date' } }],
    ['a day that does not exist', { const: '2023-02-29' }, { format: 'date' }],
    ['a format under a property', { properties: { a: {} } }, { properties: { a: { format: 'email' } } }],
    [
      'an e-mail address that is longer',
      { type: 'string', format: 'email', maxLength: 254 },
      { maxLength: 253 },
    ],
    ['a host name that is longer', { type: 'string', format: 'hostname' }, { maxLength: 100 }],
    ['a pattern that a format does not imply', { type: 'string', format: 'date' }, { pattern: '^2' }],
  ])('refutes %s', (_, a, b) => {
    expect(decide(a, b)).toBe('excluded')
  })

  it('decides every two formats', () => {
    const verdicts = pairs.map(([a, b]) => decide({ type: 'string', format: a }, { format: b }))
    expect(verdicts).toEqual(pairs.map(([a, b]) => (isFormatWithin(a, b) ? 'included' : 'excluded')))
  })
})

it('takes format for an annotation by default', () => {
  expect(decideInclusion({ type: 'string' }, { format: 'date' }).kind).toBe('included')
})
