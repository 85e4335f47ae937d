import { randomUUID } from 'node:crypto'

import { createCustomerServicePublisher } from '@concordat/generated/event-bus/customer-service/client'
import { createOrderServicePublisher } from '@concordat/generated/event-bus/order-service/client'
import { createPaymentServicePublisher } from '@concordat/generated/event-bus/payment-service/client'
import { connect, type DeliveryFailure } from '@concordat/runtime'
import { describe, expect, it, onTestFinished, vi } from 'vitest'

import { startNotificationService } from './notification-service.ts'
import { type CollectedMessages, collectMessages } from './testing/collect-messages.ts'

const attributes = { tenantid: 'tenant_abc', correlationid: 'req_xyz' }
const customer = {
  customer_id: 'cust_123',
  email: 'olena@example.com',
  first_name: 'Олена',
  phone: '+380671112233',
  locale: 'uk-UA',
}
const order = {
  order_id: 'order_xyz',
  order_number: 'ORD-2024-001',
  customer_id: 'cust_123',
  items: [{ product_id: 'prod_456', sku: 'SKU001', quantity: 2, price: 500 }],
  total: 1000,
  currency: 'UAH',
  status: 'pending',
} as const
const { order_id } = order
const payment_id = 'pay_001'
const amount = { value: 1000, currency: 'UAH' }
const payment = { payment_id, method: 'card', amount, paid_at: '2024-01-15T10:32:00Z' } as const

describe('the notification service', () => {
  it('welcomes a customer in their language', async () => {
    const { customers, collected } = await start()
    await customers.customerCreated(customer, attributes)
    const [email] = await emails(collected, 1)
    expect(email?.data).toEqual({
      template: 'welcome',
      recipient: 'olena@example.com',
      locale: 'uk-UA',
      data: { first_name: 'Олена' },
    })
    expect(email?.attributes).toMatchObject({ ...attributes, source: 'notification-service' })
  })

  it.each<{ readonly template: string; readonly texts: number; readonly publish: (bus: Bus) => unknown }>([
    {
      template: 'order-confirmed',
      texts: 0,
      publish: ({ orders }) => orders.orderConfirmed({ order_id, status: 'confirmed' }, attributes),
    },
    {
      template: 'order-paid',
      texts: 0,
      publish: ({ orders }) => orders.orderPaid({ order_id, payment }, attributes),
    },
    {
      template: 'order-processing',
      texts: 0,
      publish: ({ orders }) => orders.orderProcessing({ order_id }, attributes),
    },
    {
      template: 'order-shipped',
      texts: 1,
      publish: ({ orders }) =>
        orders.orderShipped(
          { order_id, tracking: { carrier: 'ukrposhta', number: '0500012345678' } },
          attributes,
        ),
    },
    {
      template: 'order-delivered',
      texts: 0,
      publish: ({ orders }) => orders.orderDelivered({ order_id }, attributes),
    },
    {
      template: 'order-cancelled',
      texts: 1,
      publish: ({ orders }) => orders.orderCancelled({ order_id, reason: 'out_of_stock' }, attributes),
    },
    {
      template: 'order-refunded',
      texts: 0,
      publish: ({ orders }) => orders.orderRefunded({ order_id, amount }, attributes),
    },
    {
      template: 'payment-receipt',
      texts: 0,
      publish: ({ payments }) => payments.paymentCompleted({ order_id, payment_id }, attributes),
    },
    {
      template: 'payment-failed',
      texts: 1,
      publish: ({ payments }) => {
        const error = { code: 'card_declined', message: 'The bank declined the card.' }
        return payments.paymentFailed({ order_id, payment_id, error }, attributes)
      },
    },
  ])('tells the buyer by $template', async ({ template, texts, publish }) => {
    const bus = await start()
    await bus.customers.customerCreated(customer, attributes)
    await bus.orders.orderCreated(order, attributes)
    await emails(bus.collected, 2)
    await publish(bus)
    const sent = await emails(bus.collected, 3)
    expect(sent.map(({ data }) => data.template)).toEqual(['welcome', 'order-placed', template])
    await vi.waitFor(() => expect(bus.collected.texts).toHaveLength(texts))
    for (const { data } of bus.collected.texts) expect(data.phone).toBe(customer.phone)
  })

  it('tries an event again until it knows the customer', async () => {
    const { customers, orders, collected, failures } = await start()
    await orders.orderCreated(order, attributes)
    await vi.waitFor(() => expect(failures).not.toHaveLength(0))
    await customers.customerCreated(customer, attributes)
    const sent = await emails(collected, 2)
    expect(sent.map(({ data }) => data.template)).toEqual(['welcome', 'order-placed'])
    expect(failures[0]).toMatchObject({ messageName: 'OrderCreated', action: 'retry', attempt: 1 })
    expect(String(failures[0]?.error)).toContain('customer cust_123 is not known yet')
  })

  it('does not tell a customer of one tenant about an order of another', async () => {
    const { customers, orders, collected, failures } = await start({ attempts: 1 })
    await customers.customerCreated(customer, { tenantid: 'tenant_other' })
    await orders.orderCreated(order, attributes)
    await vi.waitFor(() => expect(failures).toHaveLength(1))
    expect(failures[0]).toMatchObject({ messageName: 'OrderCreated', action: 'dead-letter' })
    expect(collected.emails).toEqual([])
  })

  it('asks for the same message twice where an event is delivered twice', async () => {
    const { customers, collected } = await start()
    await customers.customerCreated(customer, { ...attributes, id: 'evt_1' })
    await customers.customerCreated(customer, { ...attributes, id: 'evt_1' })
    await customers.customerCreated(customer, { ...attributes, id: 'evt_2' })
    const [first, second, third] = await emails(collected, 3)
    expect(second?.id).toBe(first?.id)
    expect(third?.id).not.toBe(first?.id)
  })

  it('says what it did about each event', async () => {
    const { customers, payments, handled } = await start()
    await customers.customerCreated(customer, { ...attributes, id: 'evt_1' })
    await payments.paymentInitiated({ payment_id, order_id, amount }, { ...attributes, id: 'evt_2' })
    await vi.waitFor(() => expect(handled).toHaveLength(2))
    expect(handled.toSorted()).toEqual([
      'customer.created evt_1: e-mail welcome to olena@example.com',
      'payment.initiated evt_2: nothing to tell',
    ])
  })
})

interface Bus {
  readonly customers: ReturnType<typeof createCustomerServicePublisher>
  readonly orders: ReturnType<typeof createOrderServicePublisher>
  readonly payments: ReturnType<typeof createPaymentServicePublisher>
  readonly collected: CollectedMessages
  readonly failures: readonly DeliveryFailure[]
  readonly handled: readonly string[]
}

/** The service on a bus of its own, with everybody around it. */
async function start({ attempts = 1000 } = {}): Promise<Bus> {
  const connection = await connect(`memory:${randomUUID()}`)
  onTestFinished(() => connection.close())
  const collected = await collectMessages(connection, attributes.tenantid)
  const failures: DeliveryFailure[] = []
  const handled: string[] = []
  await startNotificationService(connection, {
    onFailure: (failure) => failures.push(failure),
    onHandled: ({ type, id }, outcome) => handled.push(`${type} ${id}: ${outcome}`),
    delivery: { attempts, delay: 1 },
  })
  return {
    customers: createCustomerServicePublisher(connection),
    orders: createOrderServicePublisher(connection),
    payments: createPaymentServicePublisher(connection),
    collected,
    failures,
    handled,
  }
}

async function emails(
  { emails: sent }: CollectedMessages,
  count: number,
): Promise<CollectedMessages['emails']> {
  await vi.waitFor(() => expect(sent).toHaveLength(count))
  return sent
}
