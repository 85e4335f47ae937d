import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'

import { createCustomerServicePublisher } from '@concordat/generated/event-bus/customer-service/client'
import { type Connection, TransportError } from '@concordat/runtime'

import { OrderService, type OrderStep, type RequestContext } from './order-service.ts'

export interface ShopOptions {
  readonly print: (line: string) => void
  /** Ends the shop after the order that it is at. */
  readonly signal: AbortSignal
  /** Between two orders, milliseconds; 2 000 if left out. */
  readonly pause?: number
}

/** Stands in for what is in front of the order service: customers register and order, one after the other. */
export async function simulateShop(
  connection: Connection,
  { print, signal, pause = 2000 }: ShopOptions,
): Promise<void> {
  const orders = new OrderService(connection)
  while (!signal.aborted) {
    try {
      const customerId = await registerCustomer(connection)
      for await (const { orderId, status, eventId } of leadOrder(orders, customerId))
        print(`${orderId} ${status}, event ${eventId}`)
    } catch (error) {
      if (!(error instanceof TransportError)) throw error
      print(error.message)
    }
    await wait(pause, undefined, { signal }).catch(() => undefined)
  }
}

async function registerCustomer(connection: Connection): Promise<string> {
  const customerId = `cust_${randomUUID()}`
  const customer = {
    customer_id: customerId,
    email: 'olena@example.com',
    first_name: 'Olena',
    locale: 'uk-UA',
  }
  await createCustomerServicePublisher(connection).customerCreated(customer, { tenantid: 'tenant_demo' })
  return customerId
}

/** One order from its placing to its delivery. */
async function* leadOrder(orders: OrderService, customerId: string): AsyncGenerator<OrderStep> {
  const request: RequestContext = { tenantId: 'tenant_demo', correlationId: `req_${randomUUID()}` }
  const items = [{ product_id: 'prod_456', sku: 'SKU001', quantity: 2, price: 499.99 }]
  const placed = await orders.place({ customer_id: customerId, items, currency: 'UAH' }, request)
  const { orderId } = placed
  const payment = {
    payment_id: `pay_${randomUUID()}`,
    method: 'card',
    amount: { value: 999.98, currency: 'UAH' },
    paid_at: new Date().toISOString(),
  } as const
  yield placed
  yield orders.confirm(orderId, request)
  yield orders.markPaid(orderId, payment, request)
  yield orders.startProcessing(orderId, request)
  yield orders.ship(orderId, { tracking: { carrier: 'ukrposhta', number: '0500012345678' } }, request)
  yield orders.markDelivered(orderId, 'Olena Koval', request)
}
