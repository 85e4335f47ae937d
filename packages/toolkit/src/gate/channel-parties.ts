import { amqpFlow } from '../lint/flow/amqp-flow.ts'
import { receivingsFromExchange, receivingsFromQueue } from '../lint/flow/consumers.ts'
import { type Receiving, receivings, sendings } from '../lint/flow/operations.ts'
import { perSystem } from '../lint/flow/per-system.ts'
import { queuesWithinReach } from '../lint/flow/reach.ts'
import type { Catalog, Channel, Service, System } from '../model/catalog.ts'
import { locationOf } from './channel-traits.ts'

/**
 * Applications that send to a channel, `system/service`: those with an operation on it and, for a queue, those whose
 * messages the bindings lead to it. With the name of a message, only those that send that one.
 */
export function sendersTo(catalog: Catalog, channel: Channel, message?: string): readonly string[] {
  return systemsOf(catalog, channel).flatMap((system) => {
    const { amqp } = channel
    const direct = directSenders(system).get(locationOf(channel)) ?? []
    const routed = amqp?.is === 'queue' ? (routedSenders(system).get(amqp.queue.name) ?? []) : []
    return [...direct, ...routed]
      .filter((sending) => message === undefined || sending.message.name === message)
      .map(({ service }) => applicationOf(service))
  })
}

/**
 * Applications that receive from a channel: those with an operation on it and, for a routing key, those that consume a
 * queue which the bindings lead to. With the name of a message, only those that receive that one.
 */
export function receiversFrom(catalog: Catalog, channel: Channel, message?: string): readonly string[] {
  return systemsOf(catalog, channel)
    .flatMap((system) => receivingsOn(system, channel))
    .filter(({ messages }) => message === undefined || messages.some(({ name }) => name === message))
    .map(({ service }) => applicationOf(service))
}

function receivingsOn(system: System, channel: Channel): readonly Receiving[] {
  const { amqp, address = '' } = channel
  const direct = directReceivers(system).get(locationOf(channel)) ?? []
  if (amqp?.is !== 'routingKey') return direct
  const { name } = amqp.exchange
  const queues = queuesWithinReach(system, name, address)
  return [
    ...direct,
    ...queues.flatMap((queue) => receivingsFromQueue(system, queue)),
    ...receivingsFromExchange(system, name, address),
  ]
}

export function applicationOf({ system, name }: Service): string {
  return `${system}/${name}`
}

/** The systems whose documents know a channel. */
export function systemsOf(catalog: Catalog, channel: Channel): readonly System[] {
  return catalog.systems.filter((system) => system.name === channel.system || channelsOf(system).has(channel))
}

const channelsOf = perSystem((system) => new Set(system.channels))

const directSenders = perSystem((system) =>
  Map.groupBy(sendings(system), ({ channel }) => locationOf(channel)),
)

/** Who sends what the bindings lead to a queue, by the queue's name. */
const routedSenders = perSystem((system) => {
  const sent = amqpFlow(system).publications.flatMap((publication) =>
    publication.queues.map((queue) => ({ queue, publication })),
  )
  const groups = Map.groupBy(sent, ({ queue }) => queue)
  return new Map([...groups].map(([queue, group]) => [queue, group.map(({ publication }) => publication)]))
})

const directReceivers = perSystem((system) =>
  Map.groupBy(receivings(system), ({ channel }) => locationOf(channel)),
)
