import { randomUUID } from 'node:crypto'

import { connect } from '@concordat/runtime'
import { requireService } from '@concordat/workbench/require-service'
import { expect, it, onTestFinished, vi } from 'vitest'

import { OrderService, type RequestContext } from './order-service.ts'
import { recordEvents } from './testing/record-events.ts'

it('publishes the steps of an order over RabbitMQ in their order', async () => {
  const connection = await connect(requireService('rabbitmq'), { clientName: 'order-service' })
  onTestFinished(() => connection.close())
  const events = await recordEvents(connection)
  const orders = new OrderService(connection)
  const request: RequestContext = { tenantId: `tenant_${randomUUID()}`, correlationId: 'req_xyz' }

  const items = [{ product_id: 'prod_456', sku: 'SKU001', quantity: 2, price: 500 }]
  const placed = await orders.place({ customer_id: 'cust_123', items, currency: 'UAH' }, request)
  const steps = [
    placed,
    await orders.confirm(placed.orderId, request),
    await orders.cancel(placed.orderId, { reason: 'customer_request' }, request),
  ]
  // The queue may hold what other runs have left there.
  const own = () => events.filter(({ attributes }) => attributes.tenantid === request.tenantId)
  await vi.waitFor(() => expect(own()).toHaveLength(steps.length), { timeout: 20_000 })
  expect(own().map(({ id }) => id)).toEqual(steps.map(({ eventId }) => eventId))
})
