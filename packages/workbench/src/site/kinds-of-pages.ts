/** One page of each kind, of this repository's own site: what is true of it should be true of the others. */
export const kindsOfPages: readonly string[] = [
  'index.html',
  'events.html',
  'types.html',
  'deprecations.html',
  'lint.html',
  'systems/event-bus/index.html',
  'systems/event-bus/brokers.html',
  'systems/event-bus/applications/notification-service.html',
  'systems/event-bus/channels/order-created.html',
  'systems/event-bus/channels/notification-orders.html',
  'systems/event-bus/events/order-created.html',
  'systems/order-collaboration/index.html',
  'systems/order-collaboration/brokers.html',
  'schemas/orders/order-created/index.html',
  'schemas/orders/order-created/1.2.0.html',
  'schemas/common/money/2.0.0.html',
]
