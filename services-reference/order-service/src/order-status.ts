import type { OrderStatus } from '@concordat/generated/schemas/common/order-status/1.0.0'

export type { OrderStatus }

/** A shipped order is shipped again with each further parcel, and money can be returned in parts. */
const NEXT: Readonly<Record<OrderStatus, readonly OrderStatus[]>> = {
  pending: ['confirmed', 'cancelled'],
  confirmed: ['paid', 'cancelled'],
  paid: ['processing', 'cancelled', 'refunded'],
  processing: ['shipped', 'cancelled'],
  shipped: ['shipped', 'delivered'],
  delivered: ['refunded'],
  cancelled: ['refunded'],
  refunded: ['refunded'],
}

/** Whether an order with this status may get that one. */
export function canFollow(status: OrderStatus, next: OrderStatus): boolean {
  return NEXT[status].includes(next)
}
