import type { Channel, Message, Operation, Service, System } from '@concordat/toolkit/model'
import { type ChannelEntry, distinctPlaces } from './channel-entry.ts'

/** A system with its events and channels. */
export interface SystemEntry {
  readonly system: System
  readonly events: readonly EventEntry[]
  readonly channels: readonly ChannelEntry[]
}

/**
 * An event as people know it: documents of one system may each define the message for themselves, so all of one name are
 * one.
 */
export interface EventEntry {
  readonly system: System
  readonly name: string
  /** The definition that says most; the others repeat it. */
  readonly message: Message
  readonly definitions: readonly Message[]
  readonly senders: readonly Use[]
  readonly receivers: readonly Use[]
  /** Where it is published. */
  readonly channels: readonly Channel[]
}

/** One application that sends or receives an event, and by which operation. */
export interface Use {
  readonly service: Service
  readonly operation: Operation
  readonly channel: Channel
  /** Whether it answers a request, or takes the answer. */
  readonly isReply: boolean
}

/** The events of a system, sorted by name. */
export function eventsOf(system: System): readonly EventEntry[] {
  const uses = system.services.flatMap(usesOf)
  const sent = byMessage(uses.filter(({ action }) => action === 'send'))
  const received = byMessage(uses.filter(({ action }) => action === 'receive'))
  const carriers = new Map<string, Set<Channel>>()
  for (const channel of system.channels)
    for (const { name } of channel.messages)
      carriers.set(name, (carriers.get(name) ?? new Set()).add(channel))
  return [...Map.groupBy(system.messages, ({ name }) => name)].map(([name, definitions]) => {
    const senders = sent.get(name) ?? []
    const receivers = received.get(name) ?? []
    return {
      system,
      name,
      message: richest(definitions),
      definitions,
      senders,
      receivers,
      channels: publishedOn(senders, [...(carriers.get(name) ?? [])]),
    }
  })
}

interface Traffic extends Use {
  readonly action: Operation['action']
  readonly messages: readonly Message[]
}

function usesOf(service: Service): readonly Traffic[] {
  return service.operations.flatMap((operation): Traffic[] => {
    const { action, channel, messages, reply } = operation
    const use = { service, operation, channel, isReply: false, action, messages }
    if (reply === undefined) return [use]
    const opposite = action === 'send' ? 'receive' : 'send'
    return [
      use,
      {
        ...use,
        channel: reply.channel ?? channel,
        isReply: true,
        action: opposite,
        messages: reply.messages,
      },
    ]
  })
}

function byMessage(traffic: readonly Traffic[]): ReadonlyMap<string, readonly Use[]> {
  const uses = new Map<string, Use[]>()
  for (const { service, operation, channel, isReply, messages } of traffic) {
    for (const name of new Set(messages.map((message) => message.name)))
      uses.set(name, [...(uses.get(name) ?? []), { service, operation, channel, isReply }])
  }
  return uses
}

/** Who sends knows where; where nobody does, every channel that carries the event. */
function publishedOn(senders: readonly Use[], carriers: readonly Channel[]): readonly Channel[] {
  return distinctPlaces(senders.length === 0 ? carriers : senders.map(({ channel }) => channel))
}

function richest(definitions: readonly Message[]): Message {
  const [first, ...others] = definitions
  if (first === undefined) throw new Error('an event has at least one definition')
  return others.reduce((best, other) => (wealth(other) > wealth(best) ? other : best), first)
}

function wealth({ payload, description, summary, examples }: Message): number {
  return (
    (payload === undefined ? 0 : 4) +
    (description === undefined ? 0 : 2) +
    (summary === undefined ? 0 : 1) +
    Math.min(examples.length, 1)
  )
}
