import { expect, test } from 'vitest'
import { checkRule } from '../testing/check-rule.ts'
import { topics } from '../testing/sample-topics.ts'
import { keyPointerDangling } from './key-pointer-dangling.ts'

const payload = {
  allOf: [
    { type: 'object', properties: { order: { type: 'object', properties: { id: { type: 'string' } } } } },
    { properties: { customer: { type: 'string' }, tags: { type: 'object', additionalProperties: true } } },
  ],
  required: ['customer'],
}

function keyed(key: string, policy = 'delete'): Promise<readonly string[]> {
  const bindings = { orders: { topicConfiguration: { 'cleanup.policy': [policy] } } }
  const messages = { OrderCreated: { payload, 'x-key': key } }
  return checkRule(
    keyPointerDangling,
    topics({ sender: { send: { orders: ['OrderCreated'] } } }, { bindings, messages }),
  )
}

test('reports a pointer to nothing', async () => {
  expect(await keyed('/order/number')).toEqual([
    'asyncapi/bus/channels.yaml#/components/messages/OrderCreated/x-key error: The key "/order/number" points to ' +
      'nothing in the data of "OrderCreated"',
  ])
})

test('reports an optional key on a compacted topic', async () => {
  expect(await keyed('/order/id', 'compact')).toEqual([expect.stringContaining('may be missing')])
})

test.each([
  ['an optional key where nothing is compacted', '/order/id', 'delete'],
  ['a required key on a compacted topic', '/customer', 'compact'],
  ['a member of an open object', '/tags/region', 'delete'],
])('allows %s', async (_, key, policy) => {
  expect(await keyed(key, policy)).toEqual([])
})
