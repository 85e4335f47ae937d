import { amqpFlow } from '../lint/flow/amqp-flow.ts'
import { receivingsFromExchange, receivingsFromQueue } from '../lint/flow/consumers.ts'
import { receivings, sendings } from '../lint/flow/operations.ts'
import { perSystem } from '../lint/flow/per-system.ts'
import { queuesWithinReach } from '../lint/flow/reach.ts'
import type { Catalog, Channel, Operation, Service, System } from '../model/catalog.ts'
import { locationOf } from './channel-traits.ts'

/**
 * Applications that send to a channel, `system/service`: those with an operation on it and, for a queue, those whose
 * messages the bindings lead to it.
 */
export function sendersTo(catalog: Catalog, channel: Channel): readonly string[] {
  return systemsOf(catalog, channel).flatMap((system) => {
    const { amqp } = channel
    const direct = directSenders(system).get(locationOf(channel)) ?? []
    const routed =
      amqp?.is === 'queue'
        ? amqpFlow(system).publications.filter(({ queues }) => queues.includes(amqp.queue.name))
        : []
    return [...direct, ...routed].map(({ service }) => applicationOf(service))
  })
}

/**
 * Applications that receive from a channel: those with an operation on it and, for a routing key, those that consume a
 * queue which the bindings lead to.
 */
export function receiversFrom(catalog: Catalog, channel: Channel): readonly string[] {
  return systemsOf(catalog, channel).flatMap((system) => {
    const { amqp, address = '' } = channel
    const direct = directReceivers(system).get(locationOf(channel)) ?? []
    if (amqp?.is !== 'routingKey') return direct.map(({ service }) => applicationOf(service))
    const { name } = amqp.exchange
    const queues = queuesWithinReach(system, name, address)
    const routed = [
      ...queues.flatMap((queue) => receivingsFromQueue(system, queue)),
      ...receivingsFromExchange(system, name, address),
    ]
    return [...direct, ...routed].map(({ service }) => applicationOf(service))
  })
}

export function applicationOf({ system, name }: Service): string {
  return `${system}/${name}`
}

/** The systems whose documents know a channel. */
export function systemsOf(catalog: Catalog, channel: Channel): readonly System[] {
  return catalog.systems.filter(
    (system) => system.name === channel.system || system.channels.includes(channel),
  )
}

interface Use {
  readonly service: Service
  readonly operation: Operation
  readonly channel: Channel
}

const directSenders = perSystem((system) => byLocation(sendings(system)))
const directReceivers = perSystem((system) => byLocation(receivings(system)))

function byLocation(uses: readonly Use[]): ReadonlyMap<string, readonly Use[]> {
  return Map.groupBy(uses, ({ channel }) => locationOf(channel))
}
