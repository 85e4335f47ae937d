import { expect, test } from 'vitest'
import { checkRule } from '../testing/check-rule.ts'
import { withMessage } from '../testing/sample-subject.ts'
import { duplicateMessageName } from './duplicate-message-name.ts'

function twice(first: object, second: object, more: object = {}): Promise<readonly string[]> {
  return checkRule(duplicateMessageName, {
    ...withMessage({ name: 'OrderCreated', ...first }, 'asyncapi/bus/a.yaml'),
    ...withMessage({ name: 'OrderCreated', ...second }, 'asyncapi/bus/b.yaml'),
    ...more,
  })
}

const schema = { type: 'object', properties: { id: { type: 'string' } } }

test('reports two payloads under one name', async () => {
  const other = { type: 'object', properties: { id: { type: 'integer' } } }
  expect(await twice({ payload: schema }, { payload: other })).toEqual([
    'asyncapi/bus/b.yaml#/channels/orders/messages/orderCreated error: The message "OrderCreated" is defined ' +
      'differently in asyncapi/bus/a.yaml#/channels/orders/messages/orderCreated',
  ])
})

test('reports payloads that differ behind a reference', async () => {
  const shared = { 'asyncapi/bus/shared.yaml': { first: schema, second: { type: 'string' } } }
  const refer = (name: string) => ({ payload: { properties: { data: { $ref: `./shared.yaml#/${name}` } } } })
  expect(await twice(refer('first'), refer('second'), shared)).toHaveLength(1)
})

test('reports a property that only one has, even if it is called like an annotation', async () => {
  const described = { type: 'object', properties: { ...schema.properties, description: { type: 'string' } } }
  expect(await twice({ payload: schema }, { payload: described })).toHaveLength(1)
})

test.each([
  ['copies of one definition', { payload: schema }],
  [
    'copies that differ in what is there for people',
    { summary: 'x', payload: { ...schema, description: 'An order.' } },
  ],
])('allows %s', async (_, second) => {
  expect(await twice({ payload: schema }, second)).toEqual([])
})
