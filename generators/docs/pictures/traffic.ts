import type { Channel, Message, Operation, Service, System } from '@concordat/toolkit/model'

/** An event with who sends and who receives it. */
export interface Traffic {
  readonly system: System
  readonly name: string
  readonly message: Message
  readonly senders: readonly TrafficUse[]
  readonly receivers: readonly TrafficUse[]
  /** Where it is published. */
  readonly channels: readonly Channel[]
}

/** One application that sends or receives an event, and by which operation. */
export interface TrafficUse {
  readonly service: Service
  readonly operation: Operation
  readonly channel: Channel
}

/** The applications of some uses, each once, in their order. */
export function applicationsOf(uses: readonly TrafficUse[]): readonly Service[] {
  return [...new Map(uses.map(({ service }) => [service.name, service])).values()]
}
