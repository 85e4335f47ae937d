import { randomUUID } from 'node:crypto'

import {
  createOrderServicePublisher,
  type EventBusEnvelopeOptions,
  type OrderServicePublisher,
} from '@concordat/generated/event-bus/order-service/client'
import type { OrderCancelled } from '@concordat/generated/schemas/orders/order.cancelled/1.1.0'
import type { OrderCreated } from '@concordat/generated/schemas/orders/order.created/2.0.0'
import type { OrderPaid } from '@concordat/generated/schemas/orders/order.paid/1.2.0'
import type { OrderRefunded } from '@concordat/generated/schemas/orders/order.refunded/1.0.0'
import type { OrderShipped } from '@concordat/generated/schemas/orders/order.shipped/1.2.0'
import type { Connection, Published } from '@concordat/runtime'

import { OrderError } from './order-error.ts'
import { canFollow, type OrderStatus } from './order-status.ts'

/** What a customer orders; prices in major units of the currency. */
export type NewOrder = Pick<OrderCreated, 'customer_id' | 'items' | 'currency' | 'shipping_address'>

/** On whose behalf something is done. */
export interface RequestContext {
  readonly tenantId: string
  /** Joins all events that the request causes. */
  readonly correlationId: string
  /** Missing where no user acts. */
  readonly userId?: string
}

/** What became of a request. */
export interface OrderStep {
  readonly orderId: string
  readonly status: OrderStatus
  /** Id of the event that tells of it. */
  readonly eventId: string
}

type WithoutOrder<TData> = Omit<TData, 'order_id'>

interface Order {
  readonly id: string
  readonly number: string
  readonly customerId: string
  status: OrderStatus
}

export interface OrderServiceOptions {
  /** Makes the ids of orders; `order_` and a random UUID if left out. */
  readonly newOrderId?: () => string
}

/**
 * Takes orders, leads them through their lifecycle and publishes each step. Keeps orders in memory.
 *
 * Its methods reject with OrderError where an order is unknown or cannot take the step now, with ContractViolation where
 * the event would break its contract, and with TransportError where the broker does not take it; the order then stays as it was.
 *
 * @example
 * const orders = new OrderService(await connect('amqp://localhost'))
 * const { orderId } = await orders.place(order, { tenantId: 'tenant_abc', correlationId: 'req_xyz' })
 */
export class OrderService {
  readonly #publisher: OrderServicePublisher
  readonly #newOrderId: () => string
  readonly #orders: Map<string, Order> = new Map()

  constructor(connection: Connection, { newOrderId = randomOrderId }: OrderServiceOptions = {}) {
    this.#publisher = createOrderServicePublisher(connection)
    this.#newOrderId = newOrderId
  }

  async place(order: NewOrder, request: RequestContext): Promise<OrderStep> {
    const id = this.#newOrderId()
    const number = `ORD-${new Date().getFullYear()}-${id.slice(-12)}`
    const data: OrderCreated = {
      ...order,
      order_id: id,
      order_number: number,
      total: totalOf(order.items),
      status: 'pending',
    }
    const { id: eventId } = await this.#publisher.orderCreated(data, attributesOf(request))
    this.#orders.set(id, { id, number, customerId: order.customer_id, status: 'pending' })
    return { orderId: id, status: 'pending', eventId }
  }

  confirm(orderId: string, request: RequestContext): Promise<OrderStep> {
    return this.#advance(orderId, 'confirmed', request, ({ id, number, status }, attributes) => {
      const confirmedAt = new Date().toISOString()
      const data = { order_id: id, order_number: number, status, confirmed_at: confirmedAt }
      return this.#publisher.orderConfirmed(data, attributes)
    })
  }

  markPaid(orderId: string, payment: OrderPaid['payment'], request: RequestContext): Promise<OrderStep> {
    return this.#advance(orderId, 'paid', request, ({ id }, attributes) =>
      this.#publisher.orderPaid({ order_id: id, payment }, attributes),
    )
  }

  startProcessing(orderId: string, request: RequestContext): Promise<OrderStep> {
    return this.#advance(orderId, 'processing', request, ({ id, number }, attributes) =>
      this.#publisher.orderProcessing({ order_id: id, order_number: number }, attributes),
    )
  }

  /** Once for each parcel. */
  ship(orderId: string, parcel: WithoutOrder<OrderShipped>, request: RequestContext): Promise<OrderStep> {
    return this.#advance(orderId, 'shipped', request, ({ id }, attributes) =>
      this.#publisher.orderShipped({ order_id: id, ...parcel }, attributes),
    )
  }

  markDelivered(orderId: string, receivedBy: string, request: RequestContext): Promise<OrderStep> {
    return this.#advance(orderId, 'delivered', request, ({ id, customerId }, attributes) => {
      const delivered = { delivered_at: new Date().toISOString(), received_by: receivedBy }
      return this.#publisher.orderDelivered(
        { order_id: id, customer_id: customerId, ...delivered },
        attributes,
      )
    })
  }

  cancel(orderId: string, why: WithoutOrder<OrderCancelled>, request: RequestContext): Promise<OrderStep> {
    return this.#advance(orderId, 'cancelled', request, ({ id }, attributes) =>
      this.#publisher.orderCancelled({ order_id: id, ...why }, attributes),
    )
  }

  /** Once for each refund. */
  refund(orderId: string, refund: WithoutOrder<OrderRefunded>, request: RequestContext): Promise<OrderStep> {
    return this.#advance(orderId, 'refunded', request, ({ id }, attributes) =>
      this.#publisher.orderRefunded({ order_id: id, ...refund }, attributes),
    )
  }

  /** The step is taken before its event is out, so that a second request cannot take it too. */
  async #advance(
    orderId: string,
    status: OrderStatus,
    request: RequestContext,
    publish: (order: Readonly<Order>, attributes: EventBusEnvelopeOptions) => Promise<Published>,
  ): Promise<OrderStep> {
    const order = this.#orders.get(orderId)
    if (order === undefined) throw new OrderError('unknown-order', `There is no order ${orderId}.`)
    const before = order.status
    if (!canFollow(before, status))
      throw new OrderError('wrong-status', `Order ${orderId} is ${before}; it cannot become ${status}.`)
    order.status = status
    try {
      const { id: eventId } = await publish(order, attributesOf(request))
      return { orderId, status, eventId }
    } catch (error) {
      order.status = before
      throw error
    }
  }
}

function attributesOf({ tenantId, correlationId, userId }: RequestContext): EventBusEnvelopeOptions {
  return { tenantid: tenantId, correlationid: correlationId, ...(userId !== undefined && { userid: userId }) }
}

/** Counted in hundredths: sums of binary fractions are not exact. */
function totalOf(items: NewOrder['items']): number {
  const hundredths = items.map(({ price, quantity }) => Math.round(price * 100) * quantity)
  return hundredths.reduce((sum, each) => sum + each, 0) / 100
}

function randomOrderId(): string {
  return `order_${randomUUID()}`
}
