/** The shared document of a system on RabbitMQ: one event, its queue and the queue of its dead letters. */
export function amqpChannels(system: string, title: string): string {
  return `asyncapi: 3.0.0
info:
  title: ${title}
  version: 1.0.0
  description: Exchanges, queues and events that the applications of ${system} share, on RabbitMQ.
defaultContentType: application/json

servers:
  local:
    host: localhost:5672
    protocol: amqp
    protocolVersion: 0.9.1
    pathname: /
    description: RabbitMQ on a developer's machine.

channels:
  # What applications publish: a channel for each routing key.
  order.created:
    address: order.created
    messages:
      orderCreated: { $ref: '#/components/messages/OrderCreated' }
    bindings: { $ref: '#/components/channelBindings/events' }

  deadletter:
    address: '{queue}.failed'
    summary: Where the broker sends the dead letters of a queue. Nobody publishes to it.
    parameters:
      queue: { description: Name of the queue whose message died. }
    bindings:
      amqp:
        is: routingKey
        exchange: { name: ${system}.deadletter, type: direct, durable: true, autoDelete: false, vhost: / }
        bindingVersion: 0.3.0

  # What applications receive: a channel for each queue. It lists what its bindings bring.
  notification.orders:
    address: notification.orders
    summary: Events of orders for the notification service.
    messages:
      orderCreated: { $ref: '#/components/messages/OrderCreated' }
    bindings:
      amqp:
        is: queue
        queue:
          name: notification.orders
          durable: true
          exclusive: false
          autoDelete: false
          vhost: /
          x-arguments:
            x-queue-type: quorum
            x-dead-letter-exchange: ${system}.deadletter
            x-dead-letter-routing-key: notification.orders.failed
            x-dead-letter-strategy: at-least-once
            x-overflow: reject-publish
        x-bindings:
          - { exchange: ${system}.events, routingKey: order.created }
        bindingVersion: 0.3.0

  notification.orders.failed:
    address: notification.orders.failed
    summary: Messages of notification.orders that its consumer gave up.
    messages:
      orderCreated: { $ref: '#/components/messages/OrderCreated' }
    bindings:
      amqp:
        is: queue
        queue:
          name: notification.orders.failed
          durable: true
          exclusive: false
          autoDelete: false
          vhost: /
          x-arguments:
            x-queue-type: quorum
        x-bindings:
          - { exchange: ${system}.deadletter, routingKey: notification.orders.failed }
        bindingVersion: 0.3.0

components:
  channelBindings:
    events:
      amqp:
        is: routingKey
        exchange: { name: ${system}.events, type: topic, durable: true, autoDelete: false, vhost: / }
        bindingVersion: 0.3.0

`
}
