import { expect, test } from 'vitest'
import { checkRule } from '../testing/check-rule.ts'
import { sampleBus, type SampleQueue } from '../testing/sample-bus.ts'
import { wildcardMissesEvents } from './wildcard-misses-events.ts'

function search(queue: SampleQueue): Promise<readonly string[]> {
  const sends = {
    'products/product.updated': 'ProductUpdated',
    'products/product.stock.updated': 'StockUpdated',
    'products/price.changed': 'PriceChanged',
  }
  return checkRule(
    wildcardMissesEvents,
    sampleBus({ exchanges: { products: 'topic' }, sends, queues: { search: queue } }),
  )
}

test('reports a wildcard of one word beside longer keys that begin alike', async () => {
  expect(await search({ bindings: ['products/product.*'] })).toEqual([
    'asyncapi/bus/channels.yaml#/channels/search/bindings/amqp/x-bindings/0 warning: Queue "search" is bound to ' +
      'exchange "products" by "product.*", which does not match "product.stock.updated"',
  ])
})

test('makes it an error where the queue lists the message', async () => {
  const [found] = await search({ bindings: ['products/product.*'], messages: ['StockUpdated'] })
  expect(found).toContain(' error: ')
})

test.each([
  ['a wildcard of any depth', ['products/product.#']],
  ['a second binding that takes the rest', ['products/product.*', 'products/product.stock.*']],
  ['a wildcard whose keys all have its depth', ['products/price.*']],
  ['keys that are spelled out', ['products/product.updated']],
  ['a wildcard without a beginning', ['products/*']],
])('allows %s', async (_, bindings) => {
  expect(await search({ bindings })).toEqual([])
})
