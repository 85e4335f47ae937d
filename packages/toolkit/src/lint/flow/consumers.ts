import type { AmqpExchange, Channel, Message, System } from '../../model/catalog.ts'
import { routingWords } from '../../routing/matches-routing-key.ts'
import { possiblyTakes, routedMessage } from '../../routing/taken-edges.ts'
import { receivings, type Receiving } from './operations.ts'
import { perSystem } from './per-system.ts'
import { queueChannels } from './queues.ts'

/** Who receives from a queue. */
export function receivingsFromQueue(system: System, queue: string): readonly Receiving[] {
  return receivingsByQueue(system).get(queue) ?? []
}

const receivingsByQueue = perSystem((system) =>
  Map.groupBy(receivings(system), ({ channel }) =>
    channel.amqp?.is === 'queue' ? channel.amqp.queue.name : undefined,
  ),
)

/** Messages that a queue's channel or a receiver of it names. */
export function declaredMessages(system: System, queue: string): readonly Message[] {
  const channels = queueChannels(system).filter((candidate) => candidate.queue.name === queue)
  return [
    ...channels.flatMap(({ channel }) => channel.messages),
    ...receivingsFromQueue(system, queue).flatMap(({ messages }) => messages),
  ]
}

/**
 * Who receives from an exchange without naming a queue: the contract leaves it to the application to bind one by the
 * channel's address, in which a parameter stands for any word.
 */
export function receivingsFromExchange(
  system: System,
  exchange: string,
  routingKey: string,
): readonly Receiving[] {
  return receivings(system).filter(({ channel }) => {
    const source = unnamedQueueSource(channel)
    return source?.name === exchange && bindsKey(source.type, channel.address ?? '', routingKey)
  })
}

/** The exchange of a channel that an application can only receive from by a queue of its own. */
export function unnamedQueueSource(channel: Channel): AmqpExchange | undefined {
  return channel.amqp?.is === 'routingKey' && channel.kafka === undefined ? channel.amqp.exchange : undefined
}

function bindsKey(type: AmqpExchange['type'], address: string, routingKey: string): boolean {
  const words = routingWords(address).map((word) => (/^\{.*\}$/.test(word) ? '*' : word))
  const binding = {
    exchange: '',
    routingKey: words.join('.'),
    arguments: {},
    node: { file: '', pointer: '', value: null },
  }
  const edge = { destination: { kind: 'queue', name: '' } as const, binding, words }
  return possiblyTakes(type, edge, routedMessage(routingKey))
}
