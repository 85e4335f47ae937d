import { randomUUID } from 'node:crypto'

import { connect, type Connection } from '@concordat/runtime'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'

import { type NewOrder, OrderService, type RequestContext } from './order-service.ts'
import { recordEvents } from './testing/record-events.ts'

const request: RequestContext = { tenantId: 'tenant_abc', correlationId: 'req_xyz', userId: 'user_123' }
const order: NewOrder = {
  customer_id: 'cust_123',
  items: [{ product_id: 'prod_456', sku: 'SKU001', quantity: 2, price: 500 }],
  currency: 'UAH',
}
const tracking = { carrier: 'ukrposhta', number: '0500012345678' }
const amount = { value: 1000, currency: 'UAH' }
const payment = { payment_id: 'pay_001', method: 'card', amount, paid_at: '2024-01-15T10:32:00Z' } as const

let connection: Connection
let orders: OrderService

beforeEach(async () => {
  connection = await connect(`memory:${randomUUID()}`)
  onTestFinished(() => connection.close())
  orders = new OrderService(connection)
})

describe('OrderService', () => {
  it('publishes each step of an order, with tenant, correlation and user', async () => {
    const events = await recordEvents(connection)
    const { orderId } = await orders.place(order, request)
    const steps = [
      await orders.confirm(orderId, request),
      await orders.markPaid(orderId, payment, request),
      await orders.startProcessing(orderId, request),
      await orders.ship(orderId, { tracking }, request),
      await orders.markDelivered(orderId, 'Олена Коваль', request),
      await orders.refund(orderId, { amount }, request),
    ]
    await vi.waitFor(() => expect(events).toHaveLength(7))
    expect(events.slice(1).map(({ id }) => id)).toEqual(steps.map(({ eventId }) => eventId))
    expect(events.map(({ type }) => type)).toEqual([
      'order.created',
      'order.confirmed',
      'order.paid',
      'order.processing',
      'order.shipped',
      'order.delivered',
      'order.refunded',
    ])
    for (const event of events) {
      expect(event.data).toMatchObject({ order_id: orderId })
      expect(event.attributes).toMatchObject({
        source: 'oms-service',
        tenantid: 'tenant_abc',
        correlationid: 'req_xyz',
        userid: 'user_123',
      })
    }
  })

  it('adds prices up without the errors of binary fractions', async () => {
    const events = await recordEvents(connection)
    const line = { product_id: 'prod_456', sku: 'SKU001', quantity: 3, price: 0.1 }
    await orders.place({ ...order, items: [line, { ...line, quantity: 1, price: 19.99 }] }, request)
    await vi.waitFor(() => expect(events).toHaveLength(1))
    expect(events[0]?.data).toMatchObject({ total: 20.29, currency: 'UAH', status: 'pending' })
  })

  it('refuses a step that the status of the order does not allow, and publishes nothing', async () => {
    const events = await recordEvents(connection)
    const { orderId } = await orders.place(order, request)
    await expect(orders.ship(orderId, { tracking }, request)).rejects.toMatchObject({ code: 'wrong-status' })
    await orders.cancel(orderId, { reason: 'customer_request' }, request)
    await expect(orders.confirm(orderId, request)).rejects.toMatchObject({ code: 'wrong-status' })
    await vi.waitFor(() => expect(events).toHaveLength(2))
    await connection.close()
    expect(events.map(({ type }) => type)).toEqual(['order.created', 'order.cancelled'])
  })

  it('takes a step once where it is asked for twice at the same time', async () => {
    const events = await recordEvents(connection)
    const { orderId } = await orders.place(order, request)
    const results = await Promise.allSettled([
      orders.confirm(orderId, request),
      orders.confirm(orderId, request),
    ])
    expect(results).toMatchObject([{ status: 'fulfilled' }, { reason: { code: 'wrong-status' } }])
    await connection.close()
    expect(events.filter(({ type }) => type === 'order.confirmed')).toHaveLength(1)
  })

  it('does not know orders that were never placed', async () => {
    await expect(orders.confirm('order_1', request)).rejects.toMatchObject({ code: 'unknown-order' })
  })

  it('refuses an order that breaks the contract', async () => {
    await expect(orders.place({ ...order, items: [] }, request)).rejects.toMatchObject({
      name: 'ContractViolation',
    })
  })

  it('leaves an order as it was where its event cannot be published', async () => {
    await recordEvents(connection)
    const { orderId } = await orders.place(order, request)
    await orders.confirm(orderId, request)
    const broken = { ...payment, amount: { value: -1, currency: 'UAH' } }
    await expect(orders.markPaid(orderId, broken, request)).rejects.toMatchObject({
      name: 'ContractViolation',
    })
    await expect(orders.markPaid(orderId, payment, request)).resolves.toMatchObject({ status: 'paid' })
  })

  it('tells that nobody would get the event', async () => {
    await expect(orders.place(order, request)).rejects.toMatchObject({ code: 'unroutable' })
  })
})
