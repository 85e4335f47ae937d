import { expect, test } from 'vitest'
import { checkRule } from '../testing/check-rule.ts'
import { exchangeDeclaredTwice } from './exchange-declared-twice.ts'

function declared(first: object, second: object): Promise<readonly string[]> {
  const channel = (exchange: object) => ({ bindings: { amqp: { is: 'routingKey', exchange } } })
  return checkRule(exchangeDeclaredTwice, {
    'asyncapi/bus/channels.yaml': {
      asyncapi: '3.0.0',
      info: { title: 'bus', version: '1.0.0' },
      channels: { created: channel(first), paid: channel(second) },
    },
  })
}

test('reports an exchange of two types', async () => {
  expect(await declared({ name: 'orders', type: 'topic' }, { name: 'orders', type: 'direct' })).toEqual([
    'asyncapi/bus/channels.yaml#/channels/paid error: Exchange "orders" has type "direct" here and "topic" in ' +
      'asyncapi/bus/channels.yaml#/channels/created',
  ])
})

test.each([
  ['the same declaration twice', { name: 'orders', type: 'topic', durable: true }],
  ['another exchange', { name: 'payments', type: 'direct' }],
  ['an exchange of that name in another virtual host', { name: 'orders', type: 'direct', vhost: '/test' }],
])('allows %s', async (_, second) => {
  expect(await declared({ name: 'orders', type: 'topic' }, second)).toEqual([])
})
