import type { Protocol } from './protocol.ts'

/** What the shared document of a new system says about its message, under `components`. */
export function firstMessage(protocol: Protocol): string {
  const isKeyed = protocol === 'kafka'
  return `  correlationIds:
    request:
      description: The request that caused the event.
      location: $message.payload#/correlation_id

  messages:
    OrderCreated:
      name: OrderCreated
      title: Order created
      summary: A customer placed an order.
      x-event-kind: domain-event
${isKeyed ? '      x-key: /order_id\n' : ''}      correlationId: { $ref: '#/components/correlationIds/request' }
      payload:
        allOf:
          - { $ref: ../../schemas/envelopes/event-envelope/1.0.0.json }
          - type: object
            properties:
              type: { const: order.created }
              data: { $ref: ../../schemas/orders/order.created/1.0.0.json }
            required: [data]
${isKeyed ? "      bindings: { $ref: '#/components/messageBindings/orderId' }\n" : ''}      examples:
        - name: smallest
          summary: Only what is required.
          payload:
            id: evt-1
            type: order.created
            source: order-service
            time: '2026-01-15T10:30:00Z'
            data:
              order_id: ord-1
              customer_id: cus-1
              total: 150000
              currency: EUR
        - name: full
          summary: With all that may be there.
          payload:
            id: evt-2
            type: order.created
            source: order-service
            time: '2026-01-15T10:31:07.412Z'
            correlation_id: req-7
            data_version: 1.0.0
            data:
              order_id: ord-2
              customer_id: cus-1
              total: 995
              currency: EUR
              comment: Leave it at the door.
`
}
