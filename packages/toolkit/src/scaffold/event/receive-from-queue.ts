import { receivingsFromQueue } from '../../lint/flow/consumers.ts'
import type { QueueChannel } from '../../lint/flow/queues.ts'
import { quote } from '../../lint/quote.ts'
import { resolvedChild } from '../../lint/schemas/resolved-child.ts'
import type { AmqpExchange } from '../../model/catalog.ts'
import { reachedQueues } from '../../routing/reached-queues.ts'
import { referToChannel } from './channels.ts'
import { chooseQueue } from './choose-queue.ts'
import { nameOf } from '../find-document.ts'
import { pascalCase } from '../names.ts'
import { defineQueue } from './define-queue.ts'
import type { NewEvent } from './new-event.ts'
import { routeFrom } from './queue-binding.ts'
import { addReceiveOperation } from './receive-operation.ts'
import type { Receiver } from './receivers.ts'
import { refusal } from '../refusal.ts'

/**
 * Lets an application receive the event from a queue, an existing one where that is possible.
 *
 * @returns names of existing queues that get the event by what was added, dead-letter queues included
 * @throws ContractError as {@link chooseQueue}
 */
export function receiveFromQueue(
  event: NewEvent,
  exchange: AmqpExchange,
  receiver: Receiver,
): readonly string[] {
  const chosen = chooseQueue(event, exchange, receiver)
  if (chosen === undefined) return receiveFromNewQueue(event, exchange, receiver)
  const { system, address } = event
  const { channel, queue } = chosen
  if (!reachedQueues(system, exchange.name, address).includes(queue.name)) bind(event, exchange, chosen)
  if (receivingsFromQueue(system, queue.name).length === 0)
    addReceiveOperation(event, receiver.document, {
      names: operationNames(event, queue.name),
      channel: referToChannel(event, receiver.document, channel.node),
    })
  return [queue.name]
}

function receiveFromNewQueue(event: NewEvent, exchange: AmqpExchange, receiver: Receiver): readonly string[] {
  const { document, queue } = receiver
  const { name, channel, deadLetters } = defineQueue(event, exchange, nameOf(document), queue)
  addReceiveOperation(event, document, {
    names: operationNames(event, name),
    channel: referToChannel(event, document, channel),
    ...(event.usesKafka ? { groupId: name } : {}),
    ...(event.usesKafka && deadLetters !== undefined ? { deadLetterTopic: deadLetters.name } : {}),
  })
  if (deadLetters === undefined) return []
  referToChannel(event, document, deadLetters.channel)
  return deadLetters.isShared ? [deadLetters.name] : []
}

function bind(event: NewEvent, exchange: AmqpExchange, { channel, queue }: QueueChannel): void {
  const binding = resolvedChild(event.catalog, channel.node, 'bindings', 'amqp')
  if (binding === undefined) {
    const message = `The channel of queue ${quote(queue.name)} has no AMQP binding to add to.`
    throw refusal('unsupported', message, 'Write the binding of the queue out, or name another queue.')
  }
  const { file, pointer } = binding
  event.edits.addItem({ file, pointer: `${pointer}/x-bindings` }, routeFrom(exchange, event.address))
}

/** The operation takes all that comes to the queue, so it is named for the queue. */
function operationNames({ name }: NewEvent, queue: string): readonly string[] {
  const topic = pascalCase(queue.slice(queue.indexOf('.') + 1))
  return [`receive${topic}`, `receive${topic}Events`, `receive${name}`]
}
