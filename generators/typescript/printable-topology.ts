import type { ApplicationTopology } from '@concordat/toolkit/routing'
import type { Literal } from './print-literal.ts'

/** A topology in the form of the runtime's `Topology`. */
export function printableTopology({ exchanges, queues, bindings, topics }: ApplicationTopology): Literal {
  return {
    exchanges: exchanges.map((exchange) => ({
      ...exchange,
      type: exchange.type === 'default' ? 'direct' : exchange.type,
      arguments: stated(exchange.arguments),
    })),
    queues: queues.map((queue) => ({ ...queue, arguments: stated(queue.arguments) })),
    bindings: bindings.map((binding) => ({ ...binding, arguments: stated(binding.arguments) })),
    topics: topics.map(({ topic, partitions, replicas, configuration }) => ({
      name: topic,
      partitions,
      replicas,
      configuration,
    })),
  }
}

function stated<T extends object>(members: T): T | undefined {
  return Object.keys(members).length === 0 ? undefined : members
}
