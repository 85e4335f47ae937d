import type { Protocol } from './protocol.ts'

/** The document of the application that sends the first event. */
export function orderService(): string {
  return `${head('Order service', 'Takes orders.', 'Orders')}
channels:
  order.created: { $ref: ./channels.yaml#/channels/order.created }

operations:
  sendOrderCreated:
    action: send
    channel: { $ref: '#/channels/order.created' }
    summary: Published once an order is stored.
`
}

/** The document of the application that receives the first event: from its queue, or from the topic. */
export function notificationService(protocol: Protocol): string {
  const isKafka = protocol === 'kafka'
  const source = isKafka ? 'order.created' : 'notification.orders'
  const deadLetters = isKafka ? 'order.created.dlq' : 'notification.orders.failed'
  return `${head('Notification service', 'Writes to customers.', 'Notifications')}
channels:
  ${source}: { $ref: ./channels.yaml#/channels/${source} }
  ${deadLetters}: { $ref: ./channels.yaml#/channels/${deadLetters} }

operations:
  ${isKafka ? 'receiveOrderCreated' : 'receiveOrders'}:
    action: receive
    channel: { $ref: '#/channels/${source}' }
    summary: Tells the customer that the order arrived.
    x-delivery:
      prefetch: 10
      retry: { attempts: 5, delay: 1000, multiplier: 2, maxDelay: 60000 }
${isKafka ? TOPIC : ''}`
}

const TOPIC = `      deadLetterTopic: order.created.dlq
    bindings:
      kafka:
        groupId: { type: string, enum: [notification-service.order.created] }
        bindingVersion: 0.5.0
`

function head(title: string, description: string, owner: string): string {
  return `asyncapi: 3.0.0
info:
  title: ${title}
  version: 1.0.0
  description: ${description}
  contact: { name: ${owner} }
defaultContentType: application/json

servers:
  local: { $ref: ./channels.yaml#/servers/local }
`
}
