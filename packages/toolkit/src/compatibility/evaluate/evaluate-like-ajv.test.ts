import { Ajv, type Options } from 'ajv'
import { Ajv2019 } from 'ajv/dist/2019.js'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import type { Json } from '../../model/catalog.ts'
import type { Draft } from '../graph/schema-node.ts'
import { openSchema } from '../graph/open-schema.ts'
import { openChoices, randomMessage, randomSchema } from '../testing/random-schemas.ts'
import { evaluate } from './evaluate.ts'

const SCHEMAS = 2_000
const MESSAGES = 30

const options: Options = {
  strict: false,
  validateFormats: false,
  validateSchema: false,
  unicodeRegExp: true,
  ownProperties: true,
  logger: false,
}

function isValidForAjv(schema: object, draft: Draft = 2020): (message: Json) => boolean {
  const Validator = draft === 2020 ? Ajv2020 : draft === 2019 ? Ajv2019 : Ajv
  const validate = new Validator(options).compile(schema)
  return (message) => validate(message)
}

interface Gap {
  readonly reason: string
  readonly schema: object
  readonly message: Json
  readonly draft?: Draft
}

/** Where ajv is known to answer otherwise than the specification, as of the version in use; the list should shrink. */
const gaps: readonly Gap[] = [
  { reason: 'divides in binary', schema: { multipleOf: 0.1 }, message: 0.3 },
  { reason: 'divides in binary, however small the step', schema: { multipleOf: 1e-7 }, message: 1.1 },
  {
    reason: 'counts items after those of prefixItems as evaluated when contains finds any',
    schema: { prefixItems: [{ const: 1 }], contains: { const: 2 }, unevaluatedItems: false },
    message: [1, 3, 2],
  },
  {
    reason: 'forgets what contains found when it need find nothing',
    schema: { contains: { type: 'string' }, minContains: 0, unevaluatedItems: { type: 'number' } },
    message: ['a', 2],
  },
  {
    reason: 'lets contains evaluate items in 2019-09, where only items and additionalItems do (9.3.1.3)',
    schema: { contains: { const: 1 }, unevaluatedItems: false },
    message: [1],
    draft: 2019,
  },
  {
    reason: 'passes over an if without then and else, which evaluates properties all the same',
    schema: { if: { properties: { a: { const: 1 } } }, unevaluatedProperties: false },
    message: { a: 1 },
  },
  {
    reason: 'passes over a property named __proto__',
    schema: JSON.parse('{"properties":{"__proto__":{"type":"string"}}}') as object,
    message: JSON.parse('{"__proto__":1}') as Json,
  },
]

describe('evaluate', () => {
  it('agrees with ajv about random schemas and messages', () => {
    const different = Array.from({ length: SCHEMAS }, (_, seed) => {
      const choices = openChoices(seed)
      const schema = randomSchema(choices)
      const isValid = isValidForAjv(typeof schema === 'boolean' ? { allOf: [schema] } : (schema as object))
      const node = openSchema(schema)
      return Array.from({ length: MESSAGES }, () => randomMessage(choices))
        .filter((message) => evaluate(node, message) !== isValid(message))
        .map((message) => ({ seed, schema, message }))
    })
    expect(different.flat()).toEqual([])
  }, 120_000)

  it.each(gaps)('differs from ajv, which $reason', ({ schema, message, draft = 2020 }) => {
    const isValid = evaluate(openSchema(schema as Json, { defaultDraft: draft }), message)
    expect(isValidForAjv(schema, draft)(message)).toBe(!isValid)
  })
})
