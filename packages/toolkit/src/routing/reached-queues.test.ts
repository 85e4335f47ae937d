import { expect, test } from 'vitest'
import type { BrokerArguments } from '../model/catalog.ts'
import { matchesHeaders } from './matches-headers.ts'
import { reachedQueues } from './reached-queues.ts'
import { exchange, queue, system } from './testing/small-bus.ts'

test('a topic exchange routes by pattern, a direct one by the very key', () => {
  const bus = system(
    exchange('orders', 'topic'),
    exchange('saga', 'direct'),
    queue('a', [['orders', 'order.*']]),
    queue('b', [['saga', 'order.*']]),
    queue('c', [['saga', 'order.created']]),
  )
  expect(reachedQueues(bus, 'orders', 'order.created')).toEqual(['a'])
  expect(reachedQueues(bus, 'orders', 'order.item.added')).toEqual([])
  expect(reachedQueues(bus, 'saga', 'order.created')).toEqual(['c'])
})

test('a fanout exchange ignores the key', () => {
  const bus = system(exchange('all', 'fanout'), queue('a', [['all', 'x']]), queue('b', [['all', '']]))
  expect(reachedQueues(bus, 'all', 'whatever')).toEqual(['a', 'b'])
})

test('exchanges bound to exchanges pass a message on, round trips included', () => {
  const bus = system(
    exchange('orders', 'topic', [['analytics', '#']]),
    exchange('analytics', 'fanout', [['orders', 'order.#']]),
    queue('a', [['analytics', '']]),
  )
  expect(reachedQueues(bus, 'orders', 'order.created')).toEqual(['a'])
  expect(reachedQueues(bus, 'orders', 'payment.failed')).toEqual([])
  expect(reachedQueues(bus, 'analytics', 'payment.failed')).toEqual(['a'])
})

test('what nobody takes goes to the alternate exchange', () => {
  const bus = system(
    exchange('orders', 'topic', [], { 'alternate-exchange': 'unrouted' }),
    exchange('unrouted', 'fanout'),
    queue('a', [['orders', 'order.created']]),
    queue('lost', [['unrouted', '']]),
  )
  expect(reachedQueues(bus, 'orders', 'order.created')).toEqual(['a'])
  expect(reachedQueues(bus, 'orders', 'order.deleted')).toEqual(['lost'])
})

test('the default exchange reaches the queue of that name', () => {
  const bus = system(queue('work', []))
  expect(reachedQueues(bus, '', 'work')).toEqual(['work'])
  expect(reachedQueues(bus, '', 'play')).toEqual([])
})

test('a parameter is taken by wildcards only', () => {
  const bus = system(
    exchange('orders', 'topic'),
    queue('one', [['orders', 'order.eu.created']]),
    queue('any', [['orders', 'order.*.created']]),
  )
  expect(reachedQueues(bus, 'orders', 'order.{region}.created')).toEqual(['any'])
})

test('a headers exchange compares the arguments of the binding', () => {
  const bus = system(
    exchange('by-kind', 'headers'),
    queue('a', [['by-kind', '', { 'x-match': 'all', kind: 'order', urgent: true }]]),
    queue('b', [['by-kind', '', { 'x-match': 'any', kind: 'order', urgent: true }]]),
  )
  expect(reachedQueues(bus, 'by-kind', '', { kind: 'order' })).toEqual(['b'])
  expect(reachedQueues(bus, 'by-kind', '', { kind: 'order', urgent: true })).toEqual(['a', 'b'])
  expect(reachedQueues(bus, 'by-kind', '')).toEqual([])
})

test.each([
  [{}, {}, true],
  [{ 'x-match': 'any' }, { a: 1 }, false],
  [{ 'x-match': 'all', 'x-a': 1 }, {}, true],
  [{ 'x-match': 'all-with-x', 'x-a': 1 }, {}, false],
  [{ 'x-match': 'any-with-x', 'x-a': 1 }, { 'x-a': 1 }, true],
  [{ a: 1 }, { a: '1' }, false],
  [{ constructor: 'x' }, {}, false],
] as const)('binding arguments %j against headers %j is %s', (bindingArguments, headers, expected) => {
  expect(matchesHeaders(bindingArguments as BrokerArguments, headers)).toBe(expected)
})
