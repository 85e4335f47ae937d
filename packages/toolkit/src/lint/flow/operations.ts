import type { Channel, Message, Operation, Service, System } from '../../model/catalog.ts'
import { perSystem } from './per-system.ts'

/** One message that an application sends over one channel. */
export interface Sending {
  readonly service: Service
  readonly operation: Operation
  readonly channel: Channel
  readonly message: Message
}

/** What an application takes from one channel. */
export interface Receiving {
  readonly service: Service
  readonly operation: Operation
  readonly channel: Channel
  readonly messages: readonly Message[]
}

/** What the system's applications send: their send operations, and the replies to what they receive. */
export const sendings: (system: System) => readonly Sending[] = perSystem((system) =>
  traffic(system, 'send').flatMap(({ messages, ...rest }) =>
    messages.map((message) => ({ ...rest, message })),
  ),
)

/** What the system's applications take: their receive operations, and the replies to what they send. */
export const receivings: (system: System) => readonly Receiving[] = perSystem((system) =>
  traffic(system, 'receive'),
)

/**
 * Whether the contracts tell both ends of the conversation. Where one application is described alone, what it sends and
 * receives has its other end elsewhere, and nothing can be said about it.
 */
export function hasBothSides(system: System): boolean {
  const senders = new Set(sendings(system).map(({ service }) => service.name))
  const receivers = new Set(receivings(system).map(({ service }) => service.name))
  return senders.size > 0 && receivers.size > 0 && new Set([...senders, ...receivers]).size > 1
}

function traffic(system: System, action: Operation['action']): readonly Receiving[] {
  return system.services.flatMap((service) =>
    service.operations.flatMap((operation): Receiving[] => {
      if (operation.action === action)
        return [{ service, operation, channel: operation.channel, messages: operation.messages }]
      const { reply } = operation
      return reply?.channel === undefined
        ? []
        : [{ service, operation, channel: reply.channel, messages: reply.messages }]
    }),
  )
}
