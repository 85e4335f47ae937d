import type { BindingDeclaration, BrokerArguments, ExchangeType } from '@concordat/runtime'

import type { Broker } from './broker.ts'
import { matchesPattern } from './match-pattern.ts'
import type { Queue } from './queue.ts'
import type { StoredMessage } from './stored-message.ts'

/** The queues that a message reaches from an exchange, each once, through any number of exchanges. */
export function queuesFor(broker: Broker, exchange: string, message: StoredMessage): ReadonlySet<Queue> {
  const queues = new Set<Queue>()
  const visited = new Set<string>()
  const visit = (name: string): void => {
    if (visited.has(name)) return
    visited.add(name)
    for (const { kind, name: next } of destinations(broker, name, message)) {
      if (kind === 'exchange') visit(next)
      else addIfDefined(queues, broker.queues.get(next))
    }
  }
  visit(exchange)
  return queues
}

/** The default exchange has no name and leads to the queue that the routing key names (AMQP 0-9-1, 3.1.3.1). */
function destinations(
  broker: Broker,
  name: string,
  message: StoredMessage,
): readonly BindingDeclaration['destination'][] {
  if (name === '') return [{ kind: 'queue', name: message.routingKey }]
  const exchange = broker.exchanges.get(name)
  if (exchange === undefined) return []
  const { type } = exchange.declaration
  return exchange.bindings
    .filter((binding) => matches[type](binding, message))
    .map((binding) => binding.destination)
}

const matches: Readonly<
  Record<ExchangeType, (binding: BindingDeclaration, message: StoredMessage) => boolean>
> = {
  topic: (binding, message) => matchesPattern(binding.routingKey, message.routingKey),
  direct: (binding, message) => binding.routingKey === message.routingKey,
  fanout: () => true,
  headers: (binding, message) => matchesHeaders(binding.arguments ?? {}, message.headers),
}

/** `x-match` is `all` if left out; other arguments that begin with `x-` are not compared. */
function matchesHeaders(wanted: BrokerArguments, headers: Readonly<Record<string, string>>): boolean {
  const compared = Object.entries(wanted).filter(([name]) => !name.startsWith('x-'))
  const isEqual = ([name, value]: [string, unknown]): boolean => headers[name] === String(value)
  return wanted['x-match'] === 'any' ? compared.some(isEqual) : compared.every(isEqual)
}

function addIfDefined<T>(set: Set<T>, value: T | undefined): void {
  if (value !== undefined) set.add(value)
}
