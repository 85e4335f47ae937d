import { expect, test } from 'vitest'
import { checkRule } from '../testing/check-rule.ts'
import { sampleBus } from '../testing/sample-bus.ts'
import { bindingToUnknownExchange } from './binding-to-unknown-exchange.ts'

function bound(binding: string): Promise<readonly string[]> {
  const sends = { 'orders/order.created': 'OrderCreated' }
  return checkRule(
    bindingToUnknownExchange,
    sampleBus({ exchanges: { orders: 'topic' }, sends, queues: { crm: { bindings: [binding] } } }),
  )
}

test('reports an exchange that no channel declares', async () => {
  expect(await bound('order/order.created')).toEqual([
    'asyncapi/bus/channels.yaml#/channels/crm/bindings/amqp/x-bindings/0 error: Queue "crm" is bound to exchange ' +
      '"order" by "order.created", which no channel declares',
  ])
})

test('reports the default exchange, which brokers do not let anybody bind', async () => {
  expect(await bound('/crm')).toEqual([
    expect.stringContaining('the default exchange, which cannot be bound'),
  ])
})

test.each([
  ['a declared exchange', 'orders/order.created'],
  ['an exchange that every broker has', 'amq.topic/order.created'],
])('allows %s', async (_, binding) => {
  expect(await bound(binding)).toEqual([])
})
