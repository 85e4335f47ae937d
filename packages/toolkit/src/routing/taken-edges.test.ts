import { expect, test } from 'vitest'
import type { AmqpExchange } from '../model/catalog.ts'
import { routingWords } from './matches-routing-key.ts'
import { certainlyTakes, possiblyTakes, routedMessage } from './taken-edges.ts'

const node = { file: 'channels.yaml', pointer: '', value: null }

function takes(
  takes: typeof possiblyTakes,
  type: AmqpExchange['type'],
  bindingKey: string,
  key: string,
): boolean {
  const binding = { exchange: 'source', routingKey: bindingKey, arguments: { region: 'eu' }, node }
  const edge = {
    destination: { kind: 'queue', name: 'a' } as const,
    binding,
    words: routingWords(bindingKey),
  }
  return takes(type, edge, routedMessage(key))
}

test.each([
  ['topic', 'order.eu.created', 'order.{region}.created', true],
  ['topic', '*.eu.created', '{tenant}.{region}.created', true],
  ['topic', '#.created', 'order.{region}.created', true],
  ['topic', 'order.eu.*', 'order.{region}', false],
  ['topic', 'order.eu.paid', 'order.{region}.created', false],
  ['direct', 'order.eu', 'order.{region}', true],
  ['direct', 'order.eu.created', 'order.{region}', false],
  ['direct', 'order.*', 'order.created', false],
  ['headers', '', 'order.created', true],
] as const)('%s: %s takes %s for some value: %s', (type, bindingKey, key, expected) => {
  expect(takes(possiblyTakes, type, bindingKey, key)).toBe(expected)
})

test('what depends on a parameter or on headers is possible, not certain', () => {
  expect(takes(certainlyTakes, 'topic', 'order.eu.created', 'order.{region}.created')).toBe(false)
  expect(takes(certainlyTakes, 'headers', '', 'order.created')).toBe(false)
})
