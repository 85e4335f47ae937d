import { expect, test } from 'vitest'
import { takenBindings } from './taken-bindings.ts'
import { exchange, queue, system } from './testing/small-bus.ts'

const bus = system(
  exchange('orders', 'topic'),
  exchange('audit', 'fanout', [['orders', 'order.#']]),
  exchange('regions', 'headers'),
  queue('crm', [['orders', 'order.eu.created']]),
  queue('mail', [['orders', 'payment.*']]),
  queue('archive', [['audit', '']]),
  queue('europe', [['regions', '', { region: 'eu' }]]),
)

function taken(from: string, key: string): ReadonlySet<string> {
  return new Set(
    takenBindings(bus, from, key).map(
      ({ exchange, destination, isCertain }) => `${exchange} -> ${destination.name}${isCertain ? '' : '?'}`,
    ),
  )
}

test('every binding on the way is listed, those of the exchanges that it leads to included', () => {
  expect(taken('orders', 'order.eu.created')).toEqual(
    new Set(['orders -> audit', 'orders -> crm', 'audit -> archive']),
  )
})

test('what a parameter or the headers decide is listed as possible', () => {
  expect(taken('orders', 'order.{region}.created')).toEqual(
    new Set(['orders -> audit', 'orders -> crm?', 'audit -> archive']),
  )
  expect(taken('regions', '')).toEqual(new Set(['regions -> europe?']))
})

test('nothing is taken where no binding matches, and the default exchange has none', () => {
  expect(taken('orders', 'refund.made')).toEqual(new Set([]))
  expect(taken('', 'crm')).toEqual(new Set([]))
})
