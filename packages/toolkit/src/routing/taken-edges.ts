import type { AmqpExchange, BrokerArguments } from '../model/catalog.ts'
import { candidateEdges } from './candidate-edges.ts'
import type { ExchangeEdge, ExchangeGraph } from './exchange-graph.ts'
import { matchesHeaders } from './matches-headers.ts'
import { matchesWords, routingWords } from './matches-routing-key.ts'

export interface RoutedMessage {
  readonly routingKey: string
  readonly words: readonly string[]
  readonly headers: BrokerArguments
}

/** Whether a binding of an exchange takes a message. */
export type Takes = (
  type: AmqpExchange['type'] | undefined,
  edge: ExchangeEdge,
  message: RoutedMessage,
) => boolean

/**
 * Every binding that takes a message published to an exchange: its own, those of exchanges bound to it, and those of the
 * alternate exchange where none took it.
 */
export function takenEdges(
  graph: ExchangeGraph,
  exchange: string,
  message: RoutedMessage,
  takes: Takes = certainlyTakes,
): readonly ExchangeEdge[] {
  const all: ExchangeEdge[] = []
  const seen = new Set<string>()
  const waiting = [exchange]
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (seen.has(name)) continue
    seen.add(name)
    const type = graph.exchanges.get(name)?.type
    const candidates = candidateEdges(graph.bindings.get(name) ?? [], type, message.routingKey)
    const taken = candidates.filter((edge) => takes(type, edge, message))
    all.push(...taken)
    for (const { destination } of taken) if (destination.kind === 'exchange') waiting.push(destination.name)
    const alternate = graph.exchanges.get(name)?.arguments['alternate-exchange']
    if (taken.length === 0 && typeof alternate === 'string') waiting.push(alternate)
  }
  return all
}

/** The message as routing sees it. */
export function routedMessage(routingKey: string, headers: BrokerArguments = {}): RoutedMessage {
  return { routingKey, words: routingWords(routingKey), headers }
}

/**
 * By the broker's rules. A `{parameter}` in the routing key is a word that only a wildcard takes. An exchange that no
 * channel declares is taken for a topic exchange: for keys without wildcards it is a direct one too.
 */
export const certainlyTakes: Takes = (type, edge, message) => {
  if (type === 'fanout') return true
  if (type === 'headers') return matchesHeaders(edge.binding.arguments, message.headers)
  if (type === 'direct' || type === 'default') return edge.binding.routingKey === message.routingKey
  return matchesWords(edge.words, message.words)
}

const parameter = /^\{.*\}$/

/**
 * Whether the binding takes the message for some value of the routing key's `{parameter}` words and, at a headers
 * exchange, for some headers.
 */
export const possiblyTakes: Takes = (type, edge, message) => {
  if (type === 'headers' || certainlyTakes(type, edge, message)) return true
  if (type === 'fanout' || !message.words.some((word) => parameter.test(word))) return false
  const isSame = (part: string, word: string): boolean => part === word || parameter.test(word)
  return type === 'direct' || type === 'default'
    ? edge.words.length === message.words.length &&
        edge.words.every((part, index) => isSame(part, message.words[index] ?? ''))
    : matchesWords(edge.words, message.words, isSame)
}
