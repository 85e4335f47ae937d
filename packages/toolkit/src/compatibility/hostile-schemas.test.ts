import { describe, expect, it } from 'vitest'
import type { Json } from '../model/catalog.ts'
import { decideBothWays } from './decide-inclusion.ts'

/** Seconds of CPU that a pair may take, both ways. */
const MOST_SECONDS = 1

type Wrap = (inner: Json) => Json

function nest(depth: number, wrap: Wrap, innermost: Json): Json {
  let nested = innermost
  for (let level = 0; level < depth; level++) nested = wrap(nested)
  return nested
}

function list<T>(length: number, make: (index: number) => T): readonly T[] {
  return Array.from({ length }, (_, index) => make(index))
}

function record(length: number, make: (index: number) => readonly [string, Json]): Json {
  return Object.fromEntries(list(length, make))
}

function chain(length: number, link: (next: Json) => Json, last: Json): Json {
  const links = list(length, (index) => [`n${index}`, link({ $ref: `#/$defs/n${index + 1}` })] as const)
  return { $ref: '#/$defs/n0', $defs: { ...Object.fromEntries(links), [`n${length}`]: last } }
}

const text: Json = { type: 'string' }
const pattern = (source: string): Json => ({ type: 'string', pattern: source })
const parse = (source: string): Json => JSON.parse(source) as Json

const pairs: readonly (readonly [string, Json, Json])[] = [
  ['patterns that backtrack without end', pattern('^(a+)+$'), pattern('^(a|aa)+$')],
  ['a long text for a pattern', { const: `${'a'.repeat(50_000)}!` }, pattern('^(a+)+$')],
  ['many ways to take a character', { const: 'a'.repeat(16) }, pattern('^(a|a|a|a)*b$')],
  ['a backreference', { const: `${'a'.repeat(60)}!` }, pattern('^(a+)+\\1$')],
  ['two quantifiers on a long text', { const: `${'a'.repeat(50_000)}!` }, pattern('a*a*$')],
  ['an automaton of exponential size', pattern('(a|b)*a(a|b){200}$'), pattern('(a|b)*a(a|b){201}$')],
  ['counts inside counts', pattern('^(a{1,1000}){1,1000}$'), pattern('^a{1,1000000}$')],
  ['groups inside groups', pattern('('.repeat(5_000) + ')'.repeat(5_000)), text],
  ['a pattern that is too long for the platform', pattern('a'.repeat(100_000)), text],
  ['malformed patterns', pattern('('), pattern('[')],
  ['a pattern of half a surrogate pair', pattern('^[\ud800]$'), { type: 'string', maxLength: 0 }],
  [
    'a long enum',
    { enum: list(100_000, (index) => `v${index}`) },
    { enum: list(99_999, (index) => `v${index}`) },
  ],
  [
    'a long enum of a property',
    { properties: { a: { enum: list(100_000, (index) => index) } } },
    { properties: { a: { enum: list(99_999, (index) => index) } } },
  ],
  [
    'a long enum of objects',
    { enum: list(5_000, (a) => ({ a })) },
    { enum: list(5_000, (a) => ({ a: a + 1 })) },
  ],
  [
    'combinators that multiply out',
    { allOf: list(40, (index) => ({ anyOf: [{ required: [`a${index}`] }, { required: [`b${index}`] }] })) },
    { allOf: list(40, (index) => ({ anyOf: [{ required: [`b${index}`] }, { required: [`c${index}`] }] })) },
  ],
  [
    'a wide oneOf of branches that overlap',
    { oneOf: list(300, (minimum) => ({ properties: { a: { minimum } } })) },
    { oneOf: list(300, (minimum) => ({ properties: { a: { minimum: minimum + 1 } } })) },
  ],
  ['schemas inside schemas', nest(10_000, (not) => ({ not }), text), nest(10_000, (not) => ({ not }), {})],
  [
    'values inside values',
    nest(900, (a) => ({ type: 'object', required: ['a'], properties: { a } }), {}),
    nest(900, (a) => ({ type: 'object', required: ['a'], properties: { a } }), text),
  ],
  [
    'choices inside choices',
    nest(900, (a) => ({ anyOf: [a, { required: ['z'] }] }), text),
    nest(900, (a) => ({ oneOf: [a, { required: ['z'] }] }), { type: 'number' }),
  ],
  [
    'a deep constant',
    { const: nest(100_000, (item) => [item], 1) },
    { const: nest(100_000, (item) => [item], 2) },
  ],
  ['a deep default', { default: nest(100_000, (item) => [item], 1) }, text],
  ['a schema that is only itself', { $ref: '#' }, text],
  [
    'schemas that are each other',
    { $ref: '#/$defs/a', $defs: { a: { $ref: '#/$defs/b' }, b: { $ref: '#/$defs/a' } } },
    text,
  ],
  ['a schema that is not itself', { not: { $ref: '#' } }, { not: { not: { $ref: '#' } } }],
  ['a long chain of references', chain(100_000, (next) => next, text), text],
  [
    'references that double',
    chain(60, (next) => ({ allOf: [next, next] }), text),
    { type: 'string', minLength: 1 },
  ],
  [
    'references that double the choices',
    chain(60, (next) => ({ anyOf: [next, next] }), text),
    chain(60, (next) => ({ oneOf: [next, { not: next }] }), text),
  ],
  [
    'dynamic scopes that multiply',
    {
      $id: 'https://example.com/root',
      $ref: 'n0',
      $defs: record(20, (index) => [
        `n${index}`,
        {
          $id: `n${index}`,
          $dynamicAnchor: `x${index}`,
          properties: record(20, (other) => [`p${other}`, { $ref: `n${other}` }]),
        },
      ]),
    },
    { type: 'object' },
  ],
  [
    'huge counts of items',
    { type: 'array', minItems: 1e9 },
    { type: 'array', minItems: 1e15, uniqueItems: true },
  ],
  [
    'huge counts of properties',
    { type: 'object', minProperties: 1e9 },
    { type: 'object', maxProperties: 1e308 },
  ],
  ['huge lengths', { type: 'string', minLength: 2e6, pattern: '^a*$' }, { type: 'string', maxLength: 1e308 }],
  [
    'huge bounds',
    { type: 'number', minimum: 1e308 },
    { type: 'integer', multipleOf: 3e-300, maximum: 1.7e308 },
  ],
  ['tiny steps', { multipleOf: 5e-324 }, { multipleOf: 1e308 }],
  ['numbers that no double holds', parse('{"minimum":1e400}'), parse('{"multipleOf":1e-400}')],
  [
    'many properties',
    { properties: record(10_000, (index) => [`p${index}`, text]) },
    { properties: { p9999: false } },
  ],
  ['many required names', { required: list(10_000, String) }, { required: list(10_001, String) }],
  [
    'many patterns of names',
    { patternProperties: record(500, (index) => [`^p${index}`, text]) },
    { patternProperties: record(500, (index) => [`p${index}$`, text]) },
  ],
  [
    'a long tuple',
    { type: 'array', prefixItems: list(1_500, () => text), minItems: 1_500 },
    { prefixItems: list(1_500, () => ({ type: 'number' })) },
  ],
  [
    'many things to contain',
    { allOf: list(50, (value) => ({ contains: { const: value } })) },
    { minItems: 51 },
  ],
  [
    'names that call for each other',
    { required: ['p0'], dependentRequired: record(3_000, (index) => [`p${index}`, [`p${index + 1}`]]) },
    { required: ['p3000'] },
  ],
  ['zero characters', pattern('\u0000'), parse('{"properties":{"\\u0000":{"type":"string"}}}')],
  [
    'names that every object inherits',
    parse(
      '{"type":"object","required":["__proto__","toString"],"properties":{"__proto__":{"type":"string"}}}',
    ),
    parse('{"type":"object","properties":{"__proto__":{"type":"number"},"constructor":false}}'),
  ],
  ['keywords of the wrong form', { properties: [], required: 5, type: 'nope' }, { $ref: 7 }],
  ['what is no schema', null, [1]],
  ['addresses that are none', { $id: 'http://[', $ref: 'http://%' }, { $ref: '%%%' }],
]

describe('a hostile pair of schemas is decided, or left undecided, within a second', () => {
  it.each(pairs)('%s', (_, a, b) => {
    const start = process.cpuUsage()
    const { backward, forward } = decideBothWays(a, b)
    const { user, system } = process.cpuUsage(start)
    expect(['included', 'excluded', 'undecided']).toEqual(
      expect.arrayContaining([backward.kind, forward.kind]),
    )
    const reasons = [backward, forward].map((verdict) =>
      verdict.kind === 'undecided' ? verdict.reason : 'none',
    )
    expect(reasons).not.toContain('')
    expect((user + system) / 1e6).toBeLessThan(MOST_SECONDS)
  })
})

describe('a name that every object inherits is data', () => {
  it.each([
    ['{"required":["__proto__"]}', '{"required":["toString"]}'],
    ['{"const":{"__proto__":1}}', '{"const":{"__proto__":2}}'],
    ['{"properties":{"__proto__":{"type":"string"}}}', '{"properties":{"__proto__":{"type":"number"}}}'],
    ['{"properties":{"constructor":{}}}', '{"properties":{"constructor":false}}'],
  ])('%s is not within %s', (a, b) => {
    expect(decideBothWays(parse(a), parse(b)).backward.kind).toBe('excluded')
  })
})
