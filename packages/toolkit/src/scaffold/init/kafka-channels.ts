/** The shared document of a system on Kafka: one event's topic and the topic of its dead letters. */
export function kafkaChannels(system: string, title: string): string {
  return `asyncapi: 3.0.0
info:
  title: ${title}
  version: 1.0.0
  description: Topics and events that the applications of ${system} share, on Kafka.
defaultContentType: application/json

servers:
  local:
    host: localhost:9092
    protocol: kafka
    description: Kafka on a developer's machine.

channels:
  # A channel for each topic. Keyed by order_id, so the events of one order stay in sequence.
  order.created:
    address: order.created
    messages:
      orderCreated: { $ref: '#/components/messages/OrderCreated' }
    bindings:
      kafka:
        topic: order.created
        partitions: 6
        # A cluster of one broker takes fewer: kafka://localhost:9092?replicas=1
        replicas: 3
        topicConfiguration:
          cleanup.policy: [delete]
          retention.ms: 604800000
        bindingVersion: 0.5.0

  order.created.dlq:
    address: order.created.dlq
    summary: Messages of order.created that a consumer gave up.
    messages:
      orderCreated: { $ref: '#/components/messages/OrderCreated' }
    bindings:
      kafka:
        topic: order.created.dlq
        partitions: 1
        replicas: 3
        topicConfiguration:
          cleanup.policy: [delete]
          retention.ms: 2592000000
        bindingVersion: 0.5.0

components:
  messageBindings:
    orderId:
      kafka:
        key: { type: string, description: The order., minLength: 1, maxLength: 64 }
        bindingVersion: 0.5.0

`
}
