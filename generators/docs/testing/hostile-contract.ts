/** What a stranger may write into any text of a contract. */
const HOSTILE = `<script>alert(1)</script> <img src=x onerror=alert(1)> [x](javascript:alert(1)) & " '`

/** Hostile text wherever a contract takes text, and schemas that portals stumble over. */
export const hostileContract: object = {
  asyncapi: '3.0.0',
  info: {
    title: 'Orders',
    version: '1.0.0',
    description: `First sentence. ${HOSTILE}`,
    contact: { name: HOSTILE },
  },
  channels: {
    'order/created': {
      address: 'order/created',
      description: HOSTILE,
      messages: {
        orderCreated: {
          name: 'OrderCreated',
          title: `Order created ${HOSTILE}`,
          description: HOSTILE,
          payload: { $ref: '#/components/schemas/Node' },
          examples: [{ payload: { name: HOSTILE, constructor: 'x' }, summary: HOSTILE }],
        },
      },
    },
    ORDER_created: { address: 'ORDER created', messages: {} },
  },
  operations: {
    send: { action: 'send', channel: { $ref: '#/channels/order~1created' }, summary: HOSTILE },
  },
  components: {
    schemas: {
      Node: {
        type: 'object',
        required: ['name'],
        properties: {
          name: { type: ['string', 'null'], description: HOSTILE },
          constructor: { type: 'string', format: 'uuid' },
          child: { $ref: '#/components/schemas/Node' },
          list: { type: 'array', items: { type: 'object', properties: { deep: { enum: ['<a>', 2] } } } },
        },
      },
    },
  },
}
