import type { QueueChannel } from '../../lint/flow/queues.ts'
import { resolvedChild } from '../../lint/schemas/resolved-child.ts'
import type { AmqpExchange, Catalog, Json, JsonObject } from '../../model/catalog.ts'
import { isObject } from '../../model/json.ts'

/** Limits that a queue has for reasons of its own. */
const OWN_LIMITS: ReadonlySet<string> = new Set([
  'x-message-ttl',
  'x-expires',
  'x-max-length',
  'x-max-length-bytes',
  'x-max-priority',
  'x-single-active-consumer',
])

/** Item of `x-bindings` that takes messages with a routing key from an exchange. */
export function routeFrom(
  { name, type }: Pick<AmqpExchange, 'name' | 'type'>,
  routingKey: string,
): JsonObject {
  return { exchange: name, routingKey: type === 'fanout' ? '' : routingKey }
}

/**
 * AMQP channel binding of a new queue in the likeness of another: the same arguments, with the new queue's name wherever
 * the other's stands. Without a likeness a durable queue.
 */
export function queueBinding(
  catalog: Catalog,
  template: QueueChannel | undefined,
  name: string,
  routes: readonly JsonObject[],
): JsonObject {
  const stated = template && resolvedChild(catalog, template.channel.node, 'bindings', 'amqp')?.value
  if (template === undefined || !isObject(stated)) {
    const queue = { name, durable: true, exclusive: false, autoDelete: false, vhost: '/' }
    return { is: 'queue', queue, 'x-bindings': routes, bindingVersion: '0.3.0' }
  }
  const queue = isObject(stated['queue']) ? stated['queue'] : {}
  const { 'x-bindings': _, bindingVersion = '0.3.0', ...rest } = stated
  return {
    ...rest,
    queue: { ...queue, name, ...argumentsLike(queue['x-arguments'], template.queue.name, name) },
    'x-bindings': routes,
    bindingVersion,
  }
}

function argumentsLike(stated: Json | undefined, from: string, to: string): JsonObject {
  if (!isObject(stated)) return {}
  const kept = Object.entries(stated)
    .filter(([key]) => !OWN_LIMITS.has(key))
    .map(([key, value]) => [key, typeof value === 'string' ? value.replaceAll(from, to) : value] as const)
  return { 'x-arguments': Object.fromEntries(kept) }
}
