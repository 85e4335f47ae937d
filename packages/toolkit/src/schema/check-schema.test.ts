import { expect, it } from 'vitest'
import type { Json } from '../model/catalog.ts'
import { checkSchema } from './check-schema.ts'

function problems(value: Json): readonly string[] {
  return checkSchema({ file: 'a.json', pointer: '', value }).map(
    ({ kind, node }) => `${kind} ${node.pointer}`,
  )
}

it.each<[Json, readonly string[]]>([
  [true, []],
  [{ 'x-own': 1, type: ['string', 'null'], examples: ['a'], 'x-extension': { minLenght: 1 } }, []],
  [{ minLenght: 1 }, ['unknown-keyword /minLenght']],
  [{ properties: { minLenght: { type: 'string' } } }, []],
  [{ properties: { a: { requried: ['b'] } } }, ['unknown-keyword /properties/a/requried']],
  [{ definitions: { a: { typ: 'string' } } }, ['unknown-keyword /definitions/a/typ']],
  [{ type: 'strng' }, ['malformed-keyword /type']],
  [{ type: [] }, ['malformed-keyword /type']],
  [{ required: 'a' }, ['malformed-keyword /required']],
  [{ properties: [] }, ['malformed-keyword /properties']],
  [{ properties: { a: 'string' } }, ['malformed-keyword /properties']],
  [{ allOf: {} }, ['malformed-keyword /allOf']],
  [{ minimum: '1' }, ['malformed-keyword /minimum']],
  [{ minLength: -1 }, ['malformed-keyword /minLength']],
  [{ multipleOf: 0 }, ['malformed-keyword /multipleOf']],
  [{ enum: [] }, ['malformed-keyword /enum']],
  [{ enum: [{ typ: 1 }], const: { typ: 1 }, default: { typ: 1 } }, []],
  [{ pattern: '(' }, ['invalid-pattern /pattern']],
  [{ pattern: String.raw`\-` }, ['invalid-pattern /pattern']],
  [{ patternProperties: { '[': {} } }, ['invalid-pattern /patternProperties/[']],
  [JSON.parse('{"properties": {"__proto__": {}}}'), ['unsafe-name /properties']],
  [{ required: ['__proto__'] }, ['unsafe-name /required']],
  [{ dependencies: { a: ['b'], c: { type: 'object' } } }, []],
  ['a', ['malformed-keyword ']],
])('%j has the problems %j', (schema, expected) => {
  expect(problems(schema)).toEqual(expected)
})
