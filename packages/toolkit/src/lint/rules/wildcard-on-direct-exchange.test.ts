import { expect, test } from 'vitest'
import { checkRule } from '../testing/check-rule.ts'
import { sampleBus } from '../testing/sample-bus.ts'
import { wildcardOnDirectExchange } from './wildcard-on-direct-exchange.ts'

function bound(type: string, binding: string, sent = 'order.failed'): Promise<readonly string[]> {
  return checkRule(
    wildcardOnDirectExchange,
    sampleBus({
      exchanges: { failures: type },
      sends: { [`failures/${sent}`]: 'OrderFailed' },
      queues: { failed: { bindings: [`failures/${binding}`] } },
    }),
  )
}

test('reports a wildcard at a direct exchange', async () => {
  expect(await bound('direct', 'order.*')).toEqual([
    'asyncapi/bus/channels.yaml#/channels/failed/bindings/amqp/x-bindings/0 error: Queue "failed" is bound to exchange ' +
      '"failures" by "order.*", but the exchange is direct and knows no wildcards',
  ])
})

test.each([
  ['a wildcard at a topic exchange', 'topic', 'order.*', 'order.failed'],
  ['a key without wildcards', 'direct', 'order.failed', 'order.failed'],
  ['a star inside a word', 'direct', 'order*', 'order*'],
  ['a key that has the star itself', 'direct', 'order.*', 'order.*'],
])('allows %s', async (_, type, binding, sent) => {
  expect(await bound(type, binding, sent)).toEqual([])
})
