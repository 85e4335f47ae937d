import { expect, test } from 'vitest'
import { matchesRoutingKey } from './matches-routing-key.ts'

test.each([
  ['order.created', 'order.created', true],
  ['order.created', 'order.cancelled', false],
  ['order.created', 'order.created.v2', false],
  ['order.*', 'order.created', true],
  ['order.*', 'order', false],
  ['order.*', 'order.', true],
  ['product.*', 'product.stock.updated', false],
  ['*.created', 'order.created', true],
  ['#', '', true],
  ['#', 'order.created', true],
  ['*', '', false],
  ['', '', true],
  ['', 'order', false],
  ['order.#', 'order', true],
  ['order.#', 'order.a.b.c', true],
  ['order.#', 'orders.a', false],
  ['#.failed', 'failed', true],
  ['#.failed', 'order.payment.failed', true],
  ['#.failed', 'order.failed.twice', false],
  ['order.*.failed', 'order.payment.failed', true],
  ['order.*.failed', 'order.failed', false],
  ['#.a.#.b.#', 'x.a.b', true],
  ['#.a.#.b.#', 'b.a', false],
  ['#.*', '', false],
  ['*.#.*', 'a', false],
  ['*.#.*', 'a.b', true],
  ['order.cre*', 'order.created', false],
])('%s against %s is %s', (bindingKey, routingKey, expected) => {
  expect(matchesRoutingKey(bindingKey, routingKey)).toBe(expected)
})

test('many wildcards cost no exponential time', () => {
  const bindingKey = Array.from({ length: 60 }, () => '#.a').join('.')
  expect(matchesRoutingKey(bindingKey, 'a.'.repeat(200) + 'b')).toBe(false)
})
