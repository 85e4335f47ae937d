import { expect, test } from 'vitest'
import type { AmqpExchange } from '../model/catalog.ts'
import { candidateEdges } from './candidate-edges.ts'
import type { ExchangeEdge } from './exchange-graph.ts'
import { routingWords } from './matches-routing-key.ts'
import { certainlyTakes, possiblyTakes, routedMessage } from './taken-edges.ts'

const node = { file: 'channels.yaml', pointer: '', value: null }

function edge(routingKey: string): ExchangeEdge {
  return {
    destination: { kind: 'queue', name: routingKey },
    binding: { exchange: 'orders', routingKey, arguments: {}, node },
    words: routingWords(routingKey),
  }
}

const keys = ['order.created', 'order.*', '#', 'order.#', 'order', '', '*.created', 'order.{region}', 'a.b']
const edges = keys.map(edge)
const types: readonly (AmqpExchange['type'] | undefined)[] = [
  'topic',
  'direct',
  'fanout',
  'headers',
  'default',
  undefined,
]

test.each(types)('at a %s exchange no binding is missed that takes a message', (type) => {
  for (const key of [...keys, 'order.deleted', '{any}.created', 'x'])
    for (const takes of [certainlyTakes, possiblyTakes]) {
      const message = routedMessage(key)
      const found = candidateEdges(edges, type, key).filter((candidate) => takes(type, candidate, message))
      const all = edges.filter((candidate) => takes(type, candidate, message))
      expect(new Set(found)).toEqual(new Set(all))
      expect(found).toHaveLength(all.length)
    }
})

test('bindings by other keys are not looked at', () => {
  expect(candidateEdges(edges, 'direct', 'a.b').map(({ binding }) => binding.routingKey)).toEqual(['a.b'])
  expect(candidateEdges(edges, 'topic', 'x').map(({ binding }) => binding.routingKey)).toEqual([
    'order.*',
    '#',
    'order.#',
    '*.created',
  ])
})
