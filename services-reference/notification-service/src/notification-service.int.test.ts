import { randomUUID } from 'node:crypto'

import { createCustomerServicePublisher } from '@concordat/generated/event-bus/customer-service/client'
import { createOrderServicePublisher } from '@concordat/generated/event-bus/order-service/client'
import { connect, type DeliveryFailure } from '@concordat/runtime'
import { requireService } from '@concordat/workbench/require-service'
import { expect, it, onTestFinished, vi } from 'vitest'

import { startNotificationService } from './notification-service.ts'
import { collectMessages } from './testing/collect-messages.ts'

it('turns events that come over RabbitMQ in any order into messages of the senders', async () => {
  const connection = await connect(requireService('rabbitmq'), { clientName: 'notification-service' })
  onTestFinished(() => connection.close())
  const tenant = `tenant_${randomUUID()}`
  const attributes = { tenantid: tenant, correlationid: 'req_xyz' }
  const { emails, texts } = await collectMessages(connection, tenant)
  const failures: DeliveryFailure[] = []
  await startNotificationService(connection, {
    onFailure: (failure) => failures.push(failure),
    // Not for ever: the queue may hold what other runs have left there, of customers whom nobody will make known.
    delivery: { attempts: 50, delay: 100, multiplier: 1 },
  })

  const order = {
    order_id: 'order_xyz',
    order_number: 'ORD-2024-001',
    customer_id: 'cust_123',
    items: [{ product_id: 'prod_456', sku: 'SKU001', quantity: 2, price: 500 }],
    total: 1000,
    currency: 'UAH',
    status: 'pending',
  } as const
  const { id } = await createOrderServicePublisher(connection).orderCreated(order, attributes)
  await vi.waitFor(() => expect(failures.map((failure) => failure.id)).toContain(id), { timeout: 20_000 })
  const customer = { customer_id: 'cust_123', email: 'olena@example.com' }
  await createCustomerServicePublisher(connection).customerCreated(customer, attributes)
  await vi.waitFor(() => expect(emails).toHaveLength(2), { timeout: 20_000 })
  expect(emails.map(({ data }) => data.template)).toEqual(['welcome', 'order-placed'])
  expect(texts).toEqual([])
})
