import type { Channel } from '@concordat/toolkit/model'
import { matchesRoutingKey, receiveQueue, type TakenBinding } from '@concordat/toolkit/routing'
import type { Traffic } from './traffic.ts'

/** Bindings that no channel states: an application that receives by a routing key brings a queue of its own. */
export function ownBindings(
  { receivers }: Traffic,
  published: Channel,
  exchanges: ReadonlySet<string>,
  routingKey: string,
): readonly TakenBinding[] {
  return receivers.flatMap(({ operation, channel }) => {
    const binding = receiveQueue({ ...operation, channel })?.binding
    if (binding === undefined || !exchanges.has(binding.exchange)) return []
    const isTaken = channel.id === published.id || takes(channel, binding.routingKey, routingKey)
    return isTaken ? [{ ...binding, isCertain: true }] : []
  })
}

function takes({ amqp }: Channel, bindingKey: string, routingKey: string): boolean {
  const type = amqp?.is === 'routingKey' ? amqp.exchange.type : undefined
  if (type === 'fanout') return true
  return type === 'direct' ? bindingKey === routingKey : matchesRoutingKey(bindingKey, routingKey)
}
