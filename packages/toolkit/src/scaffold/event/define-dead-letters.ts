import { deadLetterTarget, type QueueChannel, queueChannels } from '../../lint/flow/queues.ts'
import { resolvedChild } from '../../lint/schemas/resolved-child.ts'
import type { JsonObject, System } from '../../model/catalog.ts'
import { deadLetterQueues } from '../../routing/dead-letter-queues.ts'
import { exchangeGraph } from '../../routing/exchange-graph.ts'
import { reachedQueues } from '../../routing/reached-queues.ts'
import { defineChannel } from './channels.ts'
import type { Position } from '../edit/document-edits.ts'
import { definedChannels } from '../find-document.ts'
import type { NewEvent } from './new-event.ts'
import { queueBinding, routeFrom } from './queue-binding.ts'
import { topicBinding } from './topics.ts'

export interface DeadLetters {
  /** The dead-letter queue: a new one, or one that several queues share. */
  readonly channel: Position
  /** Its name, also that of the topic of the same where the system is on Kafka too. */
  readonly name: string
  /** Whether it stood there before. */
  readonly isShared: boolean
}

/** Gives the dead letters of a new queue a place in the way of the queue that it is made after. */
export function defineDeadLetters(
  event: NewEvent,
  template: QueueChannel,
  name: string,
): DeadLetters | undefined {
  const { system, address } = event
  const target = deadLetterTarget(template.queue)
  if (target === undefined) return undefined
  const [reached] = reachedQueues(system, target.exchange, target.routingKey ?? address)
  const known = queueChannels(system).find(({ queue }) => queue.name === reached)
  if (known === undefined) return undefined
  const routingKey = target.routingKey?.replaceAll(template.queue.name, name)
  const type = exchangeGraph(system).exchanges.get(target.exchange)?.type ?? 'direct'
  const route = routeFrom({ name: target.exchange, type }, routingKey ?? address)
  const ownName = known.queue.name.replaceAll(template.queue.name, name)
  if (ownName !== known.queue.name) {
    const routes = target.exchange === '' ? [] : [route]
    return { channel: defineOwn(event, known, ownName, name, routes), name: ownName, isShared: false }
  }
  if (!reachedQueues(system, target.exchange, routingKey ?? address).includes(ownName)) {
    const binding = resolvedChild(event.catalog, known.channel.node, 'bindings', 'amqp')
    if (binding !== undefined)
      event.edits.addItem({ file: binding.file, pointer: `${binding.pointer}/x-bindings` }, route)
  }
  return { channel: known.channel.node, name: ownName, isShared: true }
}

/** Names of the queues that take other queues' dead letters. */
export function allDeadLetterQueues(system: System): ReadonlySet<string> {
  return new Set(queueChannels(system).flatMap(({ queue }) => deadLetterQueues(system, queue)))
}

function defineOwn(
  event: NewEvent,
  template: QueueChannel,
  name: string,
  source: string,
  routes: readonly JsonObject[],
): Position {
  const siblings = allDeadLetterQueues(event.system)
  const after = definedChannels(event.system).filter(
    ({ document, channel: { amqp } }) =>
      document === event.home && amqp?.is === 'queue' && siblings.has(amqp.queue.name),
  )
  const kafka = event.usesKafka ? topicBinding(event, name, 'dead-letter') : undefined
  return defineChannel(event, {
    key: name,
    summary: `Messages of ${source} that its consumer gave up.`,
    bindings: {
      amqp: queueBinding(event.catalog, template, name, routes),
      ...(kafka === undefined ? {} : { kafka }),
    },
    listsMessages: template.channel.messages.length > 0,
    after: after.map(({ key }) => key).toReversed(),
  })
}
