import { expect, test } from 'vitest'
import { checkRule } from '../testing/check-rule.ts'
import { exampleInvalid } from './example-invalid.ts'
import { schemaAppliesItself } from './schema-applies-itself.ts'

const file = 'schemas/common/tree/1.0.0.json'

function tree(schema: object): Record<string, unknown> {
  return { [file]: { type: 'object', examples: [{}], ...schema } }
}

test('reports a schema that is a part of itself', async () => {
  expect(await checkRule(schemaAppliesItself, tree({ allOf: [{ anyOf: [{ $ref: '#' }, true] }] }))).toEqual([
    `${file}#/allOf/0/anyOf/0 error: The schema applies itself again: "${file}#", "${file}#/allOf/0" and ` +
      `"${file}#/allOf/0/anyOf/0"`,
  ])
})

test('reports a circle of two definitions, and does not hold examples against it', async () => {
  const files = tree({
    $ref: '#/definitions/a',
    definitions: { a: { not: { $ref: '#/definitions/b' } }, b: { oneOf: [{ $ref: '#/definitions/a' }] } },
  })
  expect(await checkRule(schemaAppliesItself, files)).toHaveLength(1)
  expect(await checkRule(exampleInvalid, files)).toEqual([])
})

test.each([
  ['a tree', { properties: { left: { $ref: '#' } }, additionalProperties: { items: { $ref: '#' } } }],
  [
    'one definition that is used twice',
    { allOf: [{ $ref: '#/definitions/a' }, { $ref: '#/definitions/a' }], definitions: { a: {} } },
  ],
])('allows %s', async (_, schema) => {
  expect(await checkRule(schemaAppliesItself, tree(schema))).toEqual([])
})
