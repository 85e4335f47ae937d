import { receivingsFromQueue } from '../../lint/flow/consumers.ts'
import { queueChannels } from '../../lint/flow/queues.ts'
import { quote } from '../../lint/quote.ts'
import type { ContractDocument } from '../../model/catalog.ts'
import { reachedQueues } from '../../routing/reached-queues.ts'
import { referToChannel } from './channels.ts'
import type { Position } from '../edit/document-edits.ts'
import { nameOf } from '../find-document.ts'
import { listInQueues } from './list-in-queues.ts'
import type { NewEvent } from './new-event.ts'
import { receiveFromQueue } from './receive-from-queue.ts'
import { receiveFromTopic } from './receive-from-topic.ts'
import { addReceiveOperation } from './receive-operation.ts'
import type { Receiver } from './receivers.ts'
import { receiveOperations } from './topics.ts'

/**
 * Lets applications receive a new event, and lists it wherever else it arrives.
 *
 * @returns what the user should know about who receives it
 */
export function receiveEvent(
  event: NewEvent,
  channel: Position,
  receivers: readonly Receiver[],
): readonly string[] {
  const { exchange, system, address } = event
  const documents = receivers.map(({ document }) => document)
  if (exchange === undefined) receiveFromTopic(event, channel, documents)
  else if (bindsByItself(event)) receiveFromExchange(event, channel, documents)
  else {
    const reached = reachedQueues(system, exchange.name, address)
    const chosen = receivers.flatMap((receiver) => receiveFromQueue(event, exchange, receiver))
    listInQueues(event, [...reached, ...chosen])
    return heardBy(event, reached, documents.map(nameOf))
  }
  return documents.length === 0 ? [unheard(event)] : []
}

/** Whether the system's applications receive from exchanges and leave the queue to the application. */
function bindsByItself({ system }: NewEvent): boolean {
  return (
    queueChannels(system).length === 0 &&
    receiveOperations(system).some(({ channel }) => channel.amqp?.is === 'routingKey')
  )
}

function receiveFromExchange(
  event: NewEvent,
  channel: Position,
  receivers: readonly ContractDocument[],
): void {
  for (const receiver of receivers)
    addReceiveOperation(event, receiver, {
      names: [`receive${event.name}`],
      channel: referToChannel(event, receiver, channel),
    })
}

/** An existing binding may take the event to applications that nobody named. */
function heardBy(event: NewEvent, reached: readonly string[], named: readonly string[]): readonly string[] {
  const others = reached.flatMap((queue) =>
    receivingsFromQueue(event.system, queue).flatMap(({ service }) =>
      named.includes(service.name)
        ? []
        : [`${quote(service.name)} gets it too, by a binding of queue ${quote(queue)}.`],
    ),
  )
  return named.length + others.length === 0 ? [unheard(event)] : [...new Set(others)]
}

function unheard({ name, system }: NewEvent): string {
  return `Nobody in the system ${quote(system.name)} receives ${name} yet, and lint will say so.`
}
