import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { DEFAULT_CONFIG } from '../../model/config.ts'
import { folderSource } from '../../model/sources/folder-source.ts'
import { planService } from '../plan-service.ts'
import {
  addedLines,
  catalogOf,
  type Contracts,
  eventPlan,
  findingsIn,
  freshContracts,
  refusalOf,
  withPlan,
} from '../testing/contracts.ts'
import type { EventRequest } from './plan-event.ts'

const CHANNELS = 'asyncapi/shop/channels.yaml'
const SENDER = 'asyncapi/shop/order-service.yaml'
const RECEIVER = 'asyncapi/shop/notification-service.yaml'

let onRabbitMq: Contracts
let onKafka: Contracts

beforeAll(async () => {
  onRabbitMq = await freshContracts('amqp')
  onKafka = await freshContracts('kafka')
})

/** The contracts with another text in place of one that stands in the shared document. */
function edited(contracts: Contracts, from: string, to: string): Contracts {
  const text = contracts[CHANNELS] ?? ''
  expect(text).toContain(from)
  return { ...contracts, [CHANNELS]: text.replace(from, to) }
}

describe('planEvent on RabbitMQ', () => {
  const shipped = {
    subject: 'orders/order.shipped',
    sender: 'order-service',
    receivers: ['notification-service'],
  }

  it('adds schema, message, channel, binding and operation, and no finding', async () => {
    const plan = await eventPlan(onRabbitMq, shipped)
    expect(plan.files.map(({ path }) => path)).toEqual([
      CHANNELS,
      SENDER,
      'schemas/orders/order.shipped/1.0.0.json',
    ])
    expect(addedLines(plan, CHANNELS).join('\n')).toMatchInlineSnapshot(`
      "  order.shipped:
          address: order.shipped
          messages:
            orderShipped: { $ref: '#/components/messages/OrderShipped' }
          bindings: { $ref: '#/components/channelBindings/events' }

            orderShipped: { $ref: '#/components/messages/OrderShipped' }
                - { exchange: shop.events, routingKey: order.shipped }
            orderShipped: { $ref: '#/components/messages/OrderShipped' }
          OrderShipped:
            name: OrderShipped
            title: Order shipped
            summary: Order shipped.
            x-event-kind: domain-event
            correlationId: { $ref: '#/components/correlationIds/request' }
            payload:
              allOf:
                - { $ref: ../../schemas/envelopes/event-envelope/1.0.0.json }
                - type: object
                  properties:
                    type: { const: order.shipped }
                    data: { $ref: ../../schemas/orders/order.shipped/1.0.0.json }
                  required: [data]
            examples:
              - name: smallest
                summary: Only what is required.
                payload:
                  id: evt-1
                  type: order.shipped
                  source: order-service
                  time: '2026-01-15T10:30:00Z'
                  data:
                    order_id: order-1"
    `)
    expect(addedLines(plan, SENDER).join('\n')).toMatchInlineSnapshot(`
      "  order.shipped: { $ref: ./channels.yaml#/channels/order.shipped }
        sendOrderShipped:
          action: send
          channel: { $ref: '#/channels/order.shipped' }
          summary: Publishes OrderShipped."
    `)
    expect(await findingsIn(withPlan(onRabbitMq, plan))).toEqual([])
  })

  it('makes a queue with dead letters for a receiver that has none of the domain', async () => {
    const request = { ...shipped, subject: 'customers/customer.created' }
    const plan = await eventPlan(onRabbitMq, request)
    expect(addedLines(plan, CHANNELS).join('\n')).toMatchInlineSnapshot(`
      "  customer.created:
          address: customer.created
          messages:
            customerCreated: { $ref: '#/components/messages/CustomerCreated' }
          bindings: { $ref: '#/components/channelBindings/events' }

        notification.customers:
          address: notification.customers
          summary: Events of customers for notification-service.
          messages:
            customerCreated: { $ref: '#/components/messages/CustomerCreated' }
          bindings:
            amqp:
              is: queue
              queue:
                name: notification.customers
                durable: true
                exclusive: false
                autoDelete: false
                vhost: /
                x-arguments:
                  x-queue-type: quorum
                  x-dead-letter-exchange: shop.deadletter
                  x-dead-letter-routing-key: notification.customers.failed
                  x-dead-letter-strategy: at-least-once
                  x-overflow: reject-publish
              x-bindings:
                - { exchange: shop.events, routingKey: customer.created }
              bindingVersion: 0.3.0

        notification.customers.failed:
          address: notification.customers.failed
          summary: Messages of notification.customers that its consumer gave up.
          messages:
            customerCreated: { $ref: '#/components/messages/CustomerCreated' }
          bindings:
            amqp:
              is: queue
              queue:
                name: notification.customers.failed
                durable: true
                exclusive: false
                autoDelete: false
                vhost: /
                x-arguments:
                  x-queue-type: quorum
              x-bindings:
                - { exchange: shop.deadletter, routingKey: notification.customers.failed }
              bindingVersion: 0.3.0

          CustomerCreated:
            name: CustomerCreated
            title: Customer created
            summary: Customer created.
            x-event-kind: domain-event
            correlationId: { $ref: '#/components/correlationIds/request' }
            payload:
              allOf:
                - { $ref: ../../schemas/envelopes/event-envelope/1.0.0.json }
                - type: object
                  properties:
                    type: { const: customer.created }
                    data: { $ref: ../../schemas/customers/customer.created/1.0.0.json }
                  required: [data]
            examples:
              - name: smallest
                summary: Only what is required.
                payload:
                  id: evt-1
                  type: customer.created
                  source: order-service
                  time: '2026-01-15T10:30:00Z'
                  data:
                    customer_id: customer-1"
    `)
    expect(addedLines(plan, RECEIVER).join('\n')).toMatchInlineSnapshot(`
      "  notification.customers: { $ref: ./channels.yaml#/channels/notification.customers }
        notification.customers.failed: { $ref: ./channels.yaml#/channels/notification.customers.failed }
        receiveCustomers:
          action: receive
          channel: { $ref: '#/channels/notification.customers' }
          summary: Handles CustomerCreated.
          x-delivery:
            prefetch: 10
            retry: { attempts: 5, delay: 1000, multiplier: 2, maxDelay: 60000 }"
    `)
    expect(await findingsIn(withPlan(onRabbitMq, plan))).toEqual([])
  })

  it('lists the message wherever a binding brings it, and says who gets it', async () => {
    const contracts = edited(onRabbitMq, 'routingKey: order.created }', "routingKey: 'order.*' }")
    const plan = await eventPlan(contracts, { ...shipped, receivers: [] })
    expect(plan.notes).toEqual([
      'Describe the event and its fields in schemas/orders/order.shipped/1.0.0.json.',
      '"notification-service" gets it too, by a binding of queue "notification.orders".',
    ])
    const reference = "      orderShipped: { $ref: '#/components/messages/OrderShipped' }"
    expect(addedLines(plan, CHANNELS).filter((line) => line === reference)).toHaveLength(3)
    expect(await findingsIn(withPlan(contracts, plan))).toEqual([])
  })

  it('lists the message in an operation that names what it takes', async () => {
    const ref = "{ $ref: '#/channels/notification.orders/messages/orderCreated' }"
    const document = (onRabbitMq[RECEIVER] ?? '').replace(
      /( {4}summary: Tells.*\n)/,
      `$1    messages: [${ref}]\n`,
    )
    const contracts = { ...onRabbitMq, [RECEIVER]: document }
    const { files } = await eventPlan(contracts, shipped)
    const changed = files.find(({ path }) => path === RECEIVER)?.content
    expect(changed).toContain(
      `messages: [${ref}, { $ref: '#/channels/notification.orders/messages/orderShipped' }]`,
    )
  })

  it('says that nobody receives an event without receivers', async () => {
    const plan = await eventPlan(onRabbitMq, { ...shipped, receivers: [] })
    expect(plan.notes[1]).toBe('Nobody in the system "shop" receives OrderShipped yet, and lint will say so.')
    expect(await findingsIn(withPlan(onRabbitMq, plan))).toEqual([
      `${SENDER} warning event-without-consumer "order-service" sends "OrderShipped", which reaches no queue from exchange "shop.events" with key "order.shipped"`,
    ])
  })

  it('takes another name, address, queue and envelope where they are given', async () => {
    const plan = await eventPlan(onRabbitMq, {
      subject: 'parcels/order.created',
      sender: 'order-service',
      receivers: ['notification-service:notification.parcels'],
      message: 'ParcelRequested',
      address: 'parcel.requested',
      envelopes: ['none'],
    })
    const catalog = await catalogOf(withPlan(onRabbitMq, plan))
    const { channels = [], messages = [] } = catalog.systems[0] ?? {}
    expect(channels.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['parcel.requested', 'notification.parcels', 'notification.parcels.failed']),
    )
    const message = messages.find(({ name }) => name === 'ParcelRequested')
    expect(message?.envelope.mode).toBe('bare')
    expect(message?.version?.id).toBe('parcels/order.created/1.0.0')
  })

  it('lets several receivers have it', async () => {
    const service = planService(await catalogOf(onRabbitMq), DEFAULT_CONFIG, { name: 'shop/crm' })
    const contracts = withPlan(onRabbitMq, service)
    const plan = await eventPlan(contracts, { ...shipped, receivers: ['notification-service', 'crm', 'crm'] })
    expect(await findingsIn(withPlan(contracts, plan))).toEqual([])
    expect(
      (await catalogOf(withPlan(contracts, plan))).systems[0]?.services.map(({ name }) => name),
    ).toContain('crm')
  })

  it('keeps comments, quotes, blank lines and line ends of what is there', async () => {
    const commented = Object.fromEntries(
      Object.entries(onRabbitMq).map(([path, text]) => [
        path,
        path.endsWith('.yaml')
          ? text.replaceAll(/^( *)(\S+:)$/gm, '$1# About it.\n$1$2 # here\n').replaceAll('\n', '\r\n')
          : text,
      ]),
    )
    const plan = await eventPlan(commented, shipped)
    for (const path of [CHANNELS, SENDER])
      expect(addedLines(plan, path).filter((line) => !line.endsWith('\r'))).toEqual([])
    expect(await findingsIn(withPlan(commented, plan))).toEqual([])
  })
})

describe('planEvent on Kafka', () => {
  it('adds a topic, the topic of its dead letters and operations, and no finding', async () => {
    const plan = await eventPlan(onKafka, {
      subject: 'customers/customer.created',
      sender: 'order-service',
      receivers: ['notification-service'],
    })
    expect(addedLines(plan, CHANNELS).join('\n')).toMatchInlineSnapshot(`
      "  customer.created:
          address: customer.created
          messages:
            customerCreated: { $ref: '#/components/messages/CustomerCreated' }
          bindings:
            kafka:
              topic: customer.created
              partitions: 6
              replicas: 3
              topicConfiguration:
                cleanup.policy: [delete]
                retention.ms: 604800000
              bindingVersion: 0.5.0

        customer.created.dlq:
          address: customer.created.dlq
          summary: Messages of customer.created that a consumer gave up.
          messages:
            customerCreated: { $ref: '#/components/messages/CustomerCreated' }
          bindings:
            kafka:
              topic: customer.created.dlq
              partitions: 1
              replicas: 3
              topicConfiguration:
                cleanup.policy: [delete]
                retention.ms: 2592000000
              bindingVersion: 0.5.0

          CustomerCreated:
            name: CustomerCreated
            title: Customer created
            summary: Customer created.
            x-event-kind: domain-event
            x-key: /customer_id
            correlationId: { $ref: '#/components/correlationIds/request' }
            payload:
              allOf:
                - { $ref: ../../schemas/envelopes/event-envelope/1.0.0.json }
                - type: object
                  properties:
                    type: { const: customer.created }
                    data: { $ref: ../../schemas/customers/customer.created/1.0.0.json }
                  required: [data]
            bindings:
              kafka:
                key: { type: string, description: The customer_id of the data., minLength: 1, maxLength: 64 }
                bindingVersion: 0.5.0
            examples:
              - name: smallest
                summary: Only what is required.
                payload:
                  id: evt-1
                  type: customer.created
                  source: order-service
                  time: '2026-01-15T10:30:00Z'
                  data:
                    customer_id: customer-1"
    `)
    expect(addedLines(plan, RECEIVER).join('\n')).toMatchInlineSnapshot(`
      "  customer.created: { $ref: ./channels.yaml#/channels/customer.created }
        customer.created.dlq: { $ref: ./channels.yaml#/channels/customer.created.dlq }
        receiveCustomerCreated:
          action: receive
          channel: { $ref: '#/channels/customer.created' }
          summary: Handles CustomerCreated.
          x-delivery:
            prefetch: 10
            retry: { attempts: 5, delay: 1000, multiplier: 2, maxDelay: 60000 }
            deadLetterTopic: customer.created.dlq
          bindings:
            kafka:
              groupId: { type: string, enum: [notification-service.customer.created] }
              bindingVersion: 0.5.0"
    `)
    expect(await findingsIn(withPlan(onKafka, plan))).toEqual([])
  })

  it('uses the key binding that messages with the same key have', async () => {
    const plan = await eventPlan(onKafka, {
      subject: 'orders/order.shipped',
      sender: 'order-service',
      receivers: ['notification-service'],
    })
    expect(addedLines(plan, CHANNELS)).toContain(
      "      bindings: { $ref: '#/components/messageBindings/orderId' }",
    )
    expect(await findingsIn(withPlan(onKafka, plan))).toEqual([])
  })
})

describe('planEvent in the systems of this repository', () => {
  const requests: readonly (Pick<EventRequest, 'subject' | 'sender' | 'receivers'> &
    Partial<EventRequest>)[] = [
    {
      system: 'event-bus',
      subject: 'orders/order.returned',
      sender: 'order-service',
      receivers: ['crm-service'],
    },
    {
      system: 'event-bus',
      subject: 'products/product.rated',
      sender: 'catalog-service',
      receivers: ['crm-service'],
    },
    { system: 'shop', subject: 'orders/order.returned', sender: 'oms', receivers: ['crm', 'payment'] },
    {
      system: 'order-collaboration',
      subject: 'collaboration/order.cancelled',
      sender: 'mini-order',
      receivers: ['mini-billing', 'mini-notif'],
    },
    {
      system: 'order-sourcing',
      subject: 'sourcing/order.held',
      sender: 'order-service',
      receivers: ['crm-service'],
      envelopes: ['envelopes/sourcing-flat-event'],
    },
    {
      system: 'patterns',
      subject: 'patterns/order.cancelled',
      sender: 'orders-service',
      receivers: ['billing-service'],
      envelopes: ['envelopes/event-state-transfer'],
    },
  ]

  it.each(requests)('adds no finding with $subject in $system', async (request) => {
    const contracts = await contractsOf(request.system ?? '')
    const plan = await eventPlan(contracts, request)
    for (const { path, before } of plan.files) if (before !== undefined) addedLines(plan, path)
    expect(await findingsIn(withPlan(contracts, plan))).toEqual([])
  })

  /** The system's documents and all schemas. */
  async function contractsOf(system: string): Promise<Contracts> {
    const root = join(import.meta.dirname, '../../../../..')
    const source = folderSource(root)
    const paths = [...(await source.list(`asyncapi/${system}`)), ...(await source.list('schemas'))]
    return Object.fromEntries(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')]))
  }
})

describe('planEvent in contracts that were not laid down by init', () => {
  const inline = `asyncapi: 3.0.0
info: { title: Orders, version: 1.0.0 }
servers:
  broker: { host: localhost, protocol: amqp }
channels:
  created:
    address: orders.created
    messages:
      created: { name: OrderCreated, payload: { type: object, properties: { orderId: { type: string } } } }
    bindings:
      amqp: { is: routingKey, exchange: { name: orders, type: topic } }
operations:
  sendCreated: { action: send, channel: { $ref: '#/channels/created' } }
`
  const consumer = `asyncapi: 3.0.0
info: { title: Mail, version: 1.0.0 }
channels:
  created: { $ref: './orders.yaml#/channels/created' }
operations:
  onCreated: { action: receive, channel: { $ref: '#/channels/created' } }
`

  it('adds to a document that defines its own channels, and lets receivers bind as they do', async () => {
    const contracts = { 'docs/orders.yaml': inline, 'docs/mail.yaml': consumer }
    const plan = await eventPlan(contracts, {
      subject: 'orders/order.paid',
      sender: 'orders',
      receivers: ['mail'],
    })
    expect(addedLines(plan, 'docs/mail.yaml').join('\n')).toMatchInlineSnapshot(`
      "  order.paid: { $ref: ./orders.yaml#/channels/order.paid }
        receiveOrderPaid:
          action: receive
          channel: { $ref: '#/channels/order.paid' }
          summary: Handles OrderPaid."
    `)
    expect(addedLines(plan, 'docs/orders.yaml').join('\n')).toMatchInlineSnapshot(`
      "  order.paid:
          address: order.paid
          messages:
            orderPaid: { $ref: '#/components/messages/OrderPaid' }
          bindings:
            amqp:
              is: routingKey
              exchange: { name: orders, type: topic }
        sendOrderPaid:
          action: send
          channel: { $ref: '#/channels/order.paid' }
          summary: Publishes OrderPaid.
      components:
        messages:
          OrderPaid:
            name: OrderPaid
            title: Order paid
            summary: Order paid.
            x-event-kind: domain-event
            payload: { $ref: ../schemas/orders/order.paid/1.0.0.json }
            examples:
              - name: smallest
                summary: Only what is required.
                payload:
                  order_id: order-1"
    `)
    expect(await findingsIn(withPlan(contracts, plan))).toEqual(await findingsIn(contracts))
  })

  it('adds to a document in JSON', async () => {
    const value = {
      asyncapi: '3.0.0',
      info: { title: 'Orders', version: '1.0.0' },
      servers: { broker: { host: 'localhost', protocol: 'kafka' } },
      channels: {},
    }
    const contracts = { 'asyncapi.json': `${JSON.stringify(value, null, 2)}\n` }
    const plan = await eventPlan(contracts, { subject: 'orders/order.paid', sender: 'orders' })
    const changed = plan.files.find(({ path }) => path === 'asyncapi.json')?.content ?? ''
    expect(`${JSON.stringify(JSON.parse(changed), null, 2)}\n`).toBe(changed)
    const catalog = await catalogOf(withPlan(contracts, plan))
    expect(catalog.systems[0]?.messages.map(({ name }) => name)).toEqual(['OrderPaid'])
  })

  it('refuses a document in AsyncAPI 2', async () => {
    const contracts = {
      'asyncapi.yaml': 'asyncapi: 2.6.0\ninfo: { title: Orders, version: 1.0.0 }\nchannels: {}\n',
    }
    expect(await refusalOf(() => eventPlan(contracts, { subject: 'a/b', sender: 'orders' }))).toBe(
      'unsupported: asyncapi.yaml is written in AsyncAPI 2.6.0; only 3.x can be added to. Convert it to AsyncAPI 3.0.0 first.',
    )
  })
})

describe('planEvent refuses', () => {
  const paid = { subject: 'orders/order.paid', sender: 'order-service' }

  it.each<[string, Partial<EventRequest>, string]>([
    [
      'a subject out of the folder',
      { subject: '../orders/order.paid' },
      'bad-name: "../orders/order.paid" is not the name of a subject. Use a domain, a slash and a subject, like "orders/order.created".',
    ],
    [
      'a subject in upper case',
      { subject: 'orders/OrderPaid' },
      'bad-name: "orders/OrderPaid" is not the name of a subject. Use a domain, a slash and a subject, like "orders/order.created", in lower-case letters, digits, dots and hyphens.',
    ],
    [
      'a keyword',
      { subject: 'orders/constructor' },
      'bad-name: "orders/constructor" is not the name of a subject. Use another word: "constructor" is reserved, so code and files cannot be named for it.',
    ],
    ['an unknown system', { system: 'shpo' }, 'not-found: There is no system "shpo". Did you mean "shop"?'],
    [
      'an unknown sender',
      { sender: 'orders-service' },
      'not-found: There is no service "orders-service" in the system "shop". Did you mean "order-service"? Add one with: concordat new service shop/NAME',
    ],
    [
      'the shared document as a sender',
      { sender: 'channels' },
      'not-found: There is no service "channels" in the system "shop". Known: "notification-service" and "order-service". Add one with: concordat new service shop/NAME',
    ],
    [
      'an existing subject',
      { subject: 'orders/order-created' },
      'already-exists: There is a subject "orders/order.created" already; its newest version is 1.0.0. Add a version with: concordat new version orders/order.created',
    ],
    [
      'an existing message',
      { subject: 'billing/order.created' },
      'already-exists: There is a message "OrderCreated" in the system "shop" already. Name the new one with --message NAME.',
    ],
    [
      'an existing channel',
      { address: 'notification.orders' },
      'already-exists: There is a channel "notification.orders" in the system "shop" already. Choose another routing key or topic with --address ADDRESS.',
    ],
    [
      'an unknown exchange',
      { exchange: 'shop.deadleter' },
      'not-found: There is no exchange "shop.deadleter" in the system "shop". Known: "shop.events".',
    ],
    [
      'an unknown envelope',
      { envelopes: ['envelopes/event'] },
      'not-found: There is no envelope "envelopes/event". Known: "envelopes/event-envelope". "none" stands for no envelope.',
    ],
    [
      'a queue of another application',
      { receivers: ['order-service:notification.orders'] },
      'already-exists: The queue "notification.orders" belongs to "notification-service", so "order-service" would take its messages away. Name a queue of its own with --receiver order-service:QUEUE.',
    ],
    [
      'a channel that is no queue as a queue',
      { receivers: ['order-service:order.created'] },
      'already-exists: There is a channel "order.created" already, which is no queue for the event. Name a new queue with --receiver order-service:QUEUE.',
    ],
    [
      'two queues for one receiver',
      { receivers: ['order-service:a', 'order-service:b'] },
      'ambiguous: --receiver names "order-service" twice, with different queues. Name one queue; an application gets the event once.',
    ],
    [
      'a message name that is no type name',
      { message: 'order-paid' },
      'bad-name: "order-paid" is not the name of a message. Use letters and digits in PascalCase, like "OrderCreated".',
    ],
  ])('%s', async (_, request, expected) => {
    expect(await refusalOf(() => eventPlan(onRabbitMq, { ...paid, ...request }))).toBe(expected)
  })

  it('an exchange and a queue on Kafka', async () => {
    expect(await refusalOf(() => eventPlan(onKafka, { ...paid, exchange: 'shop.events' }))).toBe(
      'unsupported: The system "shop" is on Kafka, which has no exchanges and no queues. Leave out --exchange.',
    )
    expect(await refusalOf(() => eventPlan(onKafka, { ...paid, receivers: ['order-service:a'] }))).toBe(
      'unsupported: The system "shop" is on Kafka, which has no exchanges and no queues. Write --receiver order-service.',
    )
  })

  it('to guess between exchanges', async () => {
    const second = { subject: 'payments/payment.made', sender: 'notification-service', receivers: [] }
    const contracts = edited(
      onRabbitMq,
      'components:\n',
      `  audit:
    address: audit
    messages:
      orderCreated: { $ref: '#/components/messages/OrderCreated' }
    bindings:
      amqp: { is: routingKey, exchange: { name: shop.audit, type: fanout } }

components:
`,
    )
    const audited = {
      ...contracts,
      [SENDER]: `${contracts[SENDER]?.replace('channels:\n', 'channels:\n  audit: { $ref: ./channels.yaml#/channels/audit }\n')}  sendAudit: { action: send, channel: { $ref: '#/channels/audit' } }\n`,
    }
    expect(await refusalOf(() => eventPlan(audited, second))).toBe(
      'ambiguous: Several exchanges of "shop" could take the event. Choose one with --exchange NAME. Known: "shop.audit" and "shop.events".',
    )
    const plan = await eventPlan(audited, { ...second, exchange: 'shop.audit' })
    expect(addedLines(plan, CHANNELS)).toContain('        exchange: { name: shop.audit, type: fanout }')
  })

  it('to guess between queues', async () => {
    const queue = (onRabbitMq[CHANNELS] ?? '').match(/ {2}notification\.orders:\n(?: {4}.*\n)+/)?.[0] ?? ''
    const contracts = edited(
      onRabbitMq,
      '  notification.orders.failed:\n',
      `${queue.replaceAll('notification.orders', 'notification.more')}\n  notification.orders.failed:\n`,
    )
    const receiver = contracts[RECEIVER]
      ?.replace(
        'channels:\n',
        'channels:\n  notification.more: { $ref: ./channels.yaml#/channels/notification.more }\n',
      )
      .concat("  receiveMore: { action: receive, channel: { $ref: '#/channels/notification.more' } }\n")
    const request = { ...paid, receivers: ['notification-service'] }
    expect(await refusalOf(() => eventPlan({ ...contracts, [RECEIVER]: receiver ?? '' }, request))).toBe(
      'ambiguous: "notification-service" has several queues for events of orders: "notification.more" and "notification.orders". ' +
        'Choose one with --receiver notification-service:QUEUE; a new name makes a new queue.',
    )
  })
})
