import type { Channel, Message, Operation, Server, Service } from '../model/catalog.ts'
import type { Thing } from './change.ts'

/** What changed, for a finding: `event-bus/orders`. */
export function channelThing({ system, name }: Channel): Thing {
  return { kind: 'channel', name: `${system}/${name}` }
}

/** What several channels declare together, an exchange or a queue, by its own name: `event-bus/orders`. */
export function declaredThing({ system }: Channel, { name }: { readonly name: string }): Thing {
  return { kind: 'channel', name: `${system}/${name}` }
}

/** A message by the system of a channel that has it: `event-bus/OrderCreated`. */
export function messageThing({ system }: Channel, { name }: Message): Thing {
  return { kind: 'message', name: `${system}/${name}` }
}

/** `event-bus/order-service/sendOrderCreated`. */
export function operationThing({ system, name }: Service, operation: Operation): Thing {
  return { kind: 'operation', name: `${system}/${name}/${operation.name}` }
}

/** `event-bus/local`. */
export function serverThing(system: string, { name }: Server): Thing {
  return { kind: 'server', name: `${system}/${name}` }
}

/** `event-bus/order-service`. */
export function applicationThing({ system, name }: Service): Thing {
  return { kind: 'application', name: `${system}/${name}` }
}
