import type { Files } from './check-trees.ts'

const order = { type: 'object', properties: { id: { type: 'string' } }, required: ['id'] }

/** A document in which a shop sends one message, `OrderCreated`, and a billing service receives it, over AMQP. */
export function orderBus(message: object = {}, channel: object = {}): Files {
  const service = (action: 'send' | 'receive'): object => ({
    asyncapi: '3.0.0',
    info: { title: 'application', version: '1.0.0' },
    channels: { orders: { $ref: './channels.json#/channels/orders' } },
    operations: { onOrder: { action, channel: { $ref: '#/channels/orders' } } },
  })
  return {
    'asyncapi/bus/channels.json': {
      asyncapi: '3.0.0',
      info: { title: 'bus', version: '1.0.0' },
      servers: { broker: { host: 'localhost', protocol: 'amqp' } },
      channels: {
        orders: {
          address: 'orders',
          messages: { orderCreated: { name: 'OrderCreated', payload: order, ...message } },
          ...channel,
        },
      },
    },
    'asyncapi/bus/shop.json': service('send'),
    'asyncapi/bus/billing.json': service('receive'),
  }
}
