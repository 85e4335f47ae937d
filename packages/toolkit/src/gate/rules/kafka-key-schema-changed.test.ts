import { expect, test } from 'vitest'
import { checkBothWays } from '../testing/check-contract-rule.ts'
import { onKafka } from '../testing/samples.ts'
import { kafkaKeySchemaChanged } from './kafka-key-schema-changed.ts'

const keyed = (key: object) => onKafka({ message: { bindings: { kafka: { key } } } })

test('reports a key of another type to both sides, with a key that is refused now', async () => {
  expect(
    (await checkBothWays(kafkaKeySchemaChanged, keyed({ type: 'string' }), keyed({ type: 'integer' }))).there,
  ).toEqual([
    'breaking message bus/OrderCreated: The key of message "OrderCreated" can not be "a" any more. [consumer bus/crm, publisher bus/shop]',
  ])
})

test('reports fewer keys to the publishers and more keys to the consumers', async () => {
  expect(
    await checkBothWays(kafkaKeySchemaChanged, keyed({ type: 'string' }), keyed({ enum: ['eu', 'us'] })),
  ).toEqual({
    there: [
      'breaking message bus/OrderCreated: The key of message "OrderCreated" can not be "a" any more. [publisher bus/shop]',
    ],
    back: [
      'breaking message bus/OrderCreated: The key of message "OrderCreated" can be "a" now. [consumer bus/crm]',
    ],
  })
})

test('allows another way to write the same schema', async () => {
  const other = { description: 'Of the order.', allOf: [{ type: 'string' }] }
  expect(await checkBothWays(kafkaKeySchemaChanged, keyed({ type: 'string' }), keyed(other))).toEqual({
    there: [],
    back: [],
  })
})

test('follows references to what changed', async () => {
  const referring = (type: string) => ({
    ...keyed({ allOf: [{ $ref: '../../schemas/keys/order-id/1.0.0.json' }] }),
    'schemas/keys/order-id/1.0.0.json': { type },
  })
  expect(
    (await checkBothWays(kafkaKeySchemaChanged, referring('string'), referring('integer'))).there,
  ).toEqual([
    'breaking message bus/OrderCreated: The key of message "OrderCreated" can not be "a" any more. [consumer bus/crm, publisher bus/shop]',
  ])
  expect(await checkBothWays(kafkaKeySchemaChanged, referring('string'), keyed({ type: 'string' }))).toEqual({
    there: [],
    back: [],
  })
})

test('is undecided where nothing is proved', async () => {
  const [one, other] = [String.raw`^(a)\1$`, '^aa$'].map((pattern) => keyed({ type: 'string', pattern }))
  expect((await checkBothWays(kafkaKeySchemaChanged, one ?? {}, other ?? {})).there).toEqual([
    'undecided message bus/OrderCreated: The key of message "OrderCreated" has another schema. [publisher bus/shop]',
  ])
})
