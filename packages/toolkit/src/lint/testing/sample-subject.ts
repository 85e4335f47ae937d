import type { Files } from './check-rule.ts'

/** Files of one subject, `orders/order.created`, by version; what a version does not state is filled in. */
export function orderCreated(versions: Readonly<Record<string, object>>): Files {
  return Object.fromEntries(
    Object.entries(versions).map(([version, schema]) => [
      `schemas/orders/order.created/${version}.json`,
      {
        $id: `concordat:/orders/order.created/${version}.json`,
        title: 'OrderCreated',
        type: 'object',
        properties: { total: { type: 'number' }, note: { type: 'string' } },
        examples: [{ total: 1 }, { total: 2, note: 'x' }],
        ...schema,
      },
    ]),
  )
}

/** A document with one message. */
export function withMessage(message: object, path = 'asyncapi/bus/channels.yaml', asyncapi = '3.0.0'): Files {
  return {
    [path]: {
      asyncapi,
      info: { title: 'bus', version: '1.0.0' },
      channels: { orders: { address: 'orders', messages: { orderCreated: message } } },
    },
  }
}
