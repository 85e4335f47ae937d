import type { Catalog, Channel, Message, Operation, Service, System } from '@concordat/toolkit/model'

export type Protocol = 'amqp' | 'kafka'

/** A message that an application sends over a protocol, and who must get it. */
export interface SentMessage {
  readonly service: Service
  readonly operation: Operation
  readonly message: Message
  /** Names of applications, sorted; one that lists the message in two operations stands there twice. */
  readonly receivers: readonly string[]
}

/** A system on one of the protocols that it speaks, and all that its applications send over it. */
export interface SystemTraffic {
  readonly system: System
  readonly protocol: Protocol
  readonly sent: readonly SentMessage[]
}

/** The traffic of each system over each of its protocols. */
export function readTraffic(catalog: Catalog): readonly SystemTraffic[] {
  return catalog.systems.flatMap((system) => {
    const protocols = new Set(system.channels.flatMap((channel) => channel.protocols))
    return [...protocols]
      .toSorted()
      .map((protocol) => ({ system, protocol, sent: sentMessages(system, protocol) }))
  })
}

function sentMessages(system: System, protocol: Protocol): readonly SentMessage[] {
  return operationsOf(system, 'send', protocol).flatMap(({ service, operation }) =>
    operation.messages.map((message) => {
      const receivers = receiversOf(system, protocol, operation.channel, message)
      return { service, operation, message, receivers }
    }),
  )
}

/**
 * The applications whose documents receive a message. On Kafka they read the topic that it is sent to. On AMQP it does not
 * matter which queue they read: that bindings bring the message there is what is to be proved.
 */
function receiversOf(
  system: System,
  protocol: Protocol,
  channel: Channel,
  message: Message,
): readonly string[] {
  return operationsOf(system, 'receive', protocol)
    .filter(({ operation }) => operation.messages.includes(message))
    .filter(({ operation }) => protocol === 'amqp' || operation.channel.kafka?.topic === channel.kafka?.topic)
    .map(({ service }) => service.name)
    .toSorted()
}

function operationsOf(
  system: System,
  action: Operation['action'],
  protocol: Protocol,
): readonly { service: Service; operation: Operation }[] {
  return system.services.flatMap((service) =>
    service.operations
      .filter((operation) => operation.action === action && operation.channel.protocols.includes(protocol))
      .map((operation) => ({ service, operation })),
  )
}
