import { randomUUID } from 'node:crypto'

import { createCustomerServicePublisher } from '../../../../generated/event-bus/customer-service/client.ts'
import { startEmailSenderConsumer } from '../../../../generated/event-bus/email-sender/client.ts'
import { notificationServiceContract } from '../../../../generated/event-bus/notification-service/client.ts'
import { orderServiceContract } from '../../../../generated/event-bus/order-service/client.ts'
import { startSmsSenderConsumer } from '../../../../generated/event-bus/sms-sender/client.ts'
import { startNotificationService } from '../../../../services-reference/notification-service/src/notification-service.ts'
import { OrderService } from '../../../../services-reference/order-service/src/order-service.ts'
import { connect, type Connection, InvalidMessageError } from '../../../runtime/src/index.ts'
import { Milestones } from './milestones.ts'

/** Event types by message name. */
const types: ReadonlyMap<string, string> = new Map(
  Object.values(notificationServiceContract.receives).flatMap(({ messages }) =>
    Object.values(messages).map(({ name, type }) => [name, type]),
  ),
)

const tenant = 'tenant_demo'
const request = { tenantId: tenant, correlationId: 'req_demo' }
const customer = {
  customer_id: 'cust_1',
  email: 'olena@example.com',
  first_name: 'Olena',
  phone: '+380671112233',
}
const order = {
  customer_id: customer.customer_id,
  items: [{ product_id: 'prod_456', sku: 'SKU001', quantity: 2, price: 500 }],
  currency: 'UAH',
}
const payment = {
  payment_id: 'pay_1',
  method: 'card',
  amount: { value: 1000, currency: 'UAH' },
  paid_at: '2025-01-15T10:30:00Z',
} as const
const parcel = { tracking: { carrier: 'ukrposhta', number: '0500012345678' } }

/**
 * Lets an order service and a notification service work together over the memory transport, through generated clients,
 * and prints a line for each event that arrives: who got it, what it is, its id, and what came of it. The first event
 * comes before its customer is known, so it is tried again; the last message breaks the contract and is dead-lettered.
 */
export async function runDemo(print: (line: string) => void): Promise<void> {
  const connection = await connect(`memory:demo-${randomUUID()}`)
  try {
    const sent = await countMessages(connection)
    const milestones = await watchNotifications(connection, print)
    await sellSomething(connection, milestones)
    print(row('email-sender', 'notification.email', `${sent.emails} e-mails to send`))
    print(row('sms-sender', 'notification.sms', `${sent.texts} text messages to send`))
  } finally {
    await connection.close()
  }
}

async function sellSomething(connection: Connection, milestones: Milestones): Promise<void> {
  const orders = new OrderService(connection)
  const customers = createCustomerServicePublisher(connection)
  const { orderId, eventId } = await orders.place(order, request)
  await milestones.reached(`failed ${eventId}`)
  await customers.customerCreated(customer, { tenantid: tenant })
  await milestones.reached(eventId)
  const steps = [
    () => orders.confirm(orderId, request),
    () => orders.markPaid(orderId, payment, request),
    () => orders.startProcessing(orderId, request),
    () => orders.ship(orderId, parcel, request),
  ]
  for (const step of steps) await milestones.reached((await step()).eventId)
  const other = await orders.place(order, request)
  const cancelled = await orders.cancel(other.orderId, { reason: 'customer_request' }, request)
  await milestones.reached(cancelled.eventId)
  await publishNonsense(connection)
  await milestones.reached('refused')
}

/** Starts the notification service and notes what becomes of each event. */
async function watchNotifications(
  connection: Connection,
  print: (line: string) => void,
): Promise<Milestones> {
  const milestones = new Milestones()
  await startNotificationService(connection, {
    delivery: { delay: 20, attempts: 10 },
    onHandled: ({ type, id }, outcome) => {
      print(row('notification-service', type, outcome, id))
      milestones.reach(id)
    },
    onFailure: ({ action, error, messageName = '', id = '', delay = 0 }) => {
      const reason = error instanceof InvalidMessageError ? error.code : (error as Error).message
      const next = action === 'retry' ? `tried again in ${delay} ms` : 'goes to the dead letters'
      print(row('notification-service', types.get(messageName) ?? '(refused)', `${reason}, ${next}`, id))
      milestones.reach(action === 'retry' ? `failed ${id}` : id || 'refused')
    },
  })
  return milestones
}

/** Stands in for the senders. */
async function countMessages(connection: Connection): Promise<{ emails: number; texts: number }> {
  const sent = { emails: 0, texts: 0 }
  await startEmailSenderConsumer(connection, { sendEmail: () => void (sent.emails += 1) })
  await startSmsSenderConsumer(connection, { sendSms: () => void (sent.texts += 1) })
  return sent
}

/** As a program without a generated client could: the total is a text. */
async function publishNonsense({ transport }: Connection): Promise<void> {
  const { orderCreated } = orderServiceContract.sends
  if (orderCreated === undefined) return
  const event = { id: 'evt_nonsense', type: orderCreated.type, data: { order_id: 'order_3', total: '1000' } }
  await transport.publish({
    target: orderCreated.targets,
    body: Buffer.from(JSON.stringify(event)),
    contentType: orderCreated.contentType,
    headers: {},
  })
}

function row(service: string, event: string, outcome: string, id = ''): string {
  return [service.padEnd(20), event.padEnd(18), id.slice(0, 12).padEnd(12), outcome].join('  ')
}
