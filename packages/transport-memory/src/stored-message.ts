import type { IncomingMessage, OutgoingMessage } from '@concordat/runtime'

/** A message as the broker keeps it. */
export interface StoredMessage extends Omit<OutgoingMessage, 'target'> {
  /** Empty in a topic. */
  readonly routingKey: string
}

/** Copies what the publisher could change afterwards. */
export function storedMessage(message: OutgoingMessage, routingKey: string): StoredMessage {
  const { target: _, ...rest } = message
  return { ...rest, body: new Uint8Array(message.body), headers: { ...message.headers }, routingKey }
}

/** As AMQP delivers it: with its message properties, without a key. */
export function fromQueue(message: StoredMessage, origin: string, redelivered: boolean): IncomingMessage {
  const { routingKey: _, key: __, ...rest } = message
  return { ...rest, redelivered, origin }
}

/** As Kafka delivers it: with its key, without message properties or knowledge of earlier deliveries. */
export function fromTopic(message: StoredMessage, origin: string): IncomingMessage {
  const { body, contentType, headers, key } = message
  return { body, contentType, headers, ...(key !== undefined && { key }), redelivered: false, origin }
}
