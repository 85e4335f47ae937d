import { receivingsFromQueue } from '../../lint/flow/consumers.ts'
import { deadLetterTarget, type QueueChannel, queueChannels } from '../../lint/flow/queues.ts'
import { quote } from '../../lint/quote.ts'
import type { AmqpExchange, System } from '../../model/catalog.ts'
import { defineChannel } from './channels.ts'
import { allDeadLetterQueues, type DeadLetters, defineDeadLetters } from './define-dead-letters.ts'
import type { Position } from '../edit/document-edits.ts'
import { definedChannels } from '../find-document.ts'
import type { NewEvent } from './new-event.ts'
import { queueBinding, routeFrom } from './queue-binding.ts'
import { refusal } from '../refusal.ts'
import { topicBinding } from './topics.ts'

export interface NewQueue {
  readonly name: string
  readonly channel: Position
  /** Undefined where the system's queues have no dead letters. */
  readonly deadLetters: DeadLetters | undefined
}

/**
 * Defines a queue that gets the event, in the likeness of the system's other queues and with their way of dead
 * lettering.
 *
 * @param name undefined: the usual name
 * @throws ContractError `already-exists` where the name is taken
 */
export function defineQueue(
  event: NewEvent,
  exchange: AmqpExchange,
  service: string,
  name: string = usualName(event, service),
): NewQueue {
  const { catalog, system, address } = event
  refuseTakenName(event, service, name)
  const template = chooseTemplate(system, exchange, service)
  const kafka = event.usesKafka ? topicBinding(event, address, 'event') : undefined
  const deadLetterNames = allDeadLetterQueues(system)
  const siblings = definedChannels(system).filter(
    ({ document, channel: { amqp } }) =>
      document === event.home && amqp?.is === 'queue' && !deadLetterNames.has(amqp.queue.name),
  )
  const channel = defineChannel(event, {
    key: name,
    summary: `${event.usesKafka ? event.name : `Events of ${event.domain}`} for ${service}.`,
    bindings: {
      amqp: queueBinding(catalog, template, name, [routeFrom(exchange, address)]),
      ...(kafka === undefined ? {} : { kafka }),
    },
    listsMessages: true,
    after: siblings.map(({ key }) => key).toReversed(),
  })
  return { name, channel, deadLetters: template && defineDeadLetters(event, template, name) }
}

/** `crm.orders` for crm-service and events of orders; where each event has its own queue, `crm.order-created`. */
function usualName({ domain, subject, usesKafka }: NewEvent, service: string): string {
  return `${service.replace(/-service$/, '')}.${usesKafka ? subject.replaceAll('.', '-') : domain}`
}

function refuseTakenName({ system, home }: NewEvent, service: string, name: string): void {
  const isTaken = definedChannels(system).some(
    ({ document, key, channel: { amqp } }) =>
      (document === home && key === name) || (amqp?.is === 'queue' && amqp.queue.name === name),
  )
  if (!isTaken) return
  const message = `There is a channel ${quote(name)} already, which is no queue for the event.`
  throw refusal('already-exists', message, `Name a new queue with --receiver ${service}:QUEUE.`)
}

/** A queue with dead letters, rather at the same exchange, rather of the same application; else any queue. */
function chooseTemplate(system: System, exchange: AmqpExchange, service: string): QueueChannel | undefined {
  const deadLetterNames = allDeadLetterQueues(system)
  const score = ({ channel, queue }: QueueChannel): number =>
    4 * Number(deadLetterTarget(queue) !== undefined) +
    2 * Number(channel.amqp?.bindings.some((binding) => binding.exchange === exchange.name)) +
    Number(receivingsFromQueue(system, queue.name).some((receiving) => receiving.service.name === service))
  return queueChannels(system)
    .filter(({ queue }) => !queue.exclusive && !queue.autoDelete && !deadLetterNames.has(queue.name))
    .toSorted((a, b) => score(b) - score(a))[0]
}
