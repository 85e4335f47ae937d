import type { Message, System } from '@concordat/toolkit/model'
import type { Traffic, TrafficUse } from '../traffic.ts'

/** The traffic of an event by its name, from the operations that list it. */
export function trafficOf(system: System, name: string): Traffic {
  const message = system.messages.find((each) => each.name === name)
  if (message === undefined) throw new Error(`the system ${system.name} has no message ${name}`)
  const senders = usesOf(system, 'send', name)
  const carriers = system.channels.filter(({ messages }) => messages.some(isNamed(name)))
  const channels = senders.length === 0 ? carriers : [...new Set(senders.map(({ channel }) => channel))]
  return { system, name, message, senders, receivers: usesOf(system, 'receive', name), channels }
}

function usesOf(system: System, action: 'send' | 'receive', name: string): readonly TrafficUse[] {
  return system.services.flatMap((service) =>
    service.operations
      .filter((operation) => operation.action === action && operation.messages.some(isNamed(name)))
      .map((operation) => ({ service, operation, channel: operation.channel })),
  )
}

function isNamed(name: string): (message: Message) => boolean {
  return (message) => message.name === name
}
