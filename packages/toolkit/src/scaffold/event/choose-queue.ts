import { receivingsFromQueue } from '../../lint/flow/consumers.ts'
import { type QueueChannel, queueChannels } from '../../lint/flow/queues.ts'
import { quote, quoteList } from '../../lint/quote.ts'
import type { AmqpExchange, Message, System } from '../../model/catalog.ts'
import { reachedQueues } from '../../routing/reached-queues.ts'
import { nameOf } from '../find-document.ts'
import type { NewEvent } from './new-event.ts'
import type { Receiver } from './receivers.ts'
import { refusal } from '../refusal.ts'

/**
 * The queue of an application that is to get the event: the one that is named, else one that gets it anyway, else the
 * only one that takes events of its domain from the exchange. Undefined where a new queue is called for.
 *
 * @throws ContractError `ambiguous` where several do, `already-exists` where the named one belongs to another
 */
export function chooseQueue(
  event: NewEvent,
  exchange: AmqpExchange,
  receiver: Receiver,
): QueueChannel | undefined {
  const { system, address, usesKafka } = event
  const service = nameOf(receiver.document)
  // Where a channel is a queue here and a topic there, each event has its own.
  if (usesKafka) return undefined
  if (receiver.queue !== undefined) return namedQueue(system, service, receiver.queue)
  const own = queueChannels(system).filter(({ queue }) => ownersOf(system, queue.name).includes(service))
  const reached = reachedQueues(system, exchange.name, address)
  const reachedOwn = own.find(({ queue }) => reached.includes(queue.name))
  if (reachedOwn !== undefined) return reachedOwn
  const bound = own.filter(
    ({ channel }) =>
      channel.amqp?.bindings.some((binding) => binding.exchange === exchange.name) === true &&
      takesDomain(channel.messages, event.domain),
  )
  const [only, ...others] = bound
  if (others.length === 0) return only
  const names = bound.map(({ queue }) => queue.name)
  throw refusal(
    'ambiguous',
    `${quote(service)} has several queues for events of ${event.domain}: ${quoteList(names, 8)}.`,
    `Choose one with --receiver ${service}:QUEUE; a new name makes a new queue.`,
  )
}

/** A queue whose messages have no subjects could be for any domain. */
function takesDomain(messages: readonly Message[], domain: string): boolean {
  const subjects = messages.flatMap(({ version }) => version?.subject ?? [])
  return subjects.length === 0 || subjects.some((subject) => subject.startsWith(`${domain}/`))
}

function namedQueue(system: System, service: string, name: string): QueueChannel | undefined {
  const owners = ownersOf(system, name)
  const [other] = owners
  if (other !== undefined && !owners.includes(service)) {
    const message = `The queue ${quote(name)} belongs to ${quote(other)}, so ${quote(service)} would take its messages away.`
    throw refusal('already-exists', message, `Name a queue of its own with --receiver ${service}:QUEUE.`)
  }
  return queueChannels(system).find(({ queue }) => queue.name === name)
}

function ownersOf(system: System, queue: string): readonly string[] {
  return receivingsFromQueue(system, queue).map(({ service }) => service.name)
}
