import type { ContractTexts } from './contract-texts.ts'

/** A change that a team could propose. */
export interface Proposal {
  /** Name of the branch, and of the report. */
  readonly name: string
  readonly verdict: 'compatible' | 'risky' | 'breaking' | 'undecided'
  readonly edit: (contracts: ContractTexts) => void
}

type Schema = Record<string, unknown>
interface ObjectSchema {
  examples: object[]
  properties: Record<string, unknown>
  required: string[]
}

const eventBus = 'asyncapi/event-bus/channels.yaml'
const collaboration = 'asyncapi/order-collaboration/channels.yaml'

/** Data of the example of OrderProcessing. */
const EXAMPLE = 'data: { order_id: order_xyz, order_number: ORD-2024-001 }'

/** One proposal for each kind of change that a team makes. */
export const proposals: readonly Proposal[] = [
  {
    name: 'reword-a-description',
    verdict: 'compatible',
    edit: (contracts) =>
      contracts.replace(
        'schemas/orders/order.processing/1.0.0.json',
        'Work on an order begins',
        'Work begins',
      ),
  },
  {
    name: 'add-an-optional-property',
    verdict: 'compatible',
    edit: (contracts) =>
      processing(contracts, '1.1.0', (schema) => {
        schema.properties['priority'] = { type: 'string', enum: ['normal', 'express'] }
      }),
  },
  {
    name: 'add-a-required-property',
    verdict: 'breaking',
    edit: (contracts) =>
      processing(contracts, '1.1.0', (schema) => {
        schema.properties['warehouse_id'] = { type: 'string' }
        schema.required.push('warehouse_id')
        schema.examples = [
          { order_id: 'o-1', warehouse_id: 'kyiv' },
          { order_id: 'o-2', warehouse_id: 'lviv' },
        ]
        contracts.replace(eventBus, EXAMPLE, 'data: { order_id: order_xyz, warehouse_id: kyiv }')
      }),
  },
  {
    name: 'rename-a-property',
    verdict: 'breaking',
    edit: (contracts) =>
      processing(contracts, '1.1.0', (schema) => {
        schema.properties['id'] = schema.properties['order_id']
        delete schema.properties['order_id']
        schema.required = ['id']
        schema.examples = [{ id: 'o-1' }, { id: 'o-2' }]
        contracts.replace(eventBus, EXAMPLE, 'data: { id: o-1 }')
      }),
  },
  {
    name: 'shorten-a-text',
    verdict: 'breaking',
    edit: (contracts) =>
      processing(contracts, '1.1.0', (schema) => {
        schema.properties['order_id'] = { type: 'string', minLength: 1, maxLength: 36 }
      }),
  },
  {
    name: 'write-the-same-another-way',
    verdict: 'compatible',
    edit: (contracts) =>
      processing(contracts, '1.0.1', (schema) => {
        const { required, ...rest } = schema
        for (const key of Object.keys(schema)) delete (schema as unknown as Schema)[key]
        Object.assign(schema, { ...rest, allOf: [{ required }] })
      }),
  },
  {
    name: 'call-a-new-property-a-patch',
    verdict: 'breaking',
    edit: (contracts) =>
      processing(contracts, '1.0.1', (schema) => {
        schema.properties['note'] = { type: 'string' }
      }),
  },
  {
    name: 'add-a-value-to-a-list',
    verdict: 'breaking',
    edit: (contracts) =>
      contracts.release('orders/order.cancelled', '1.1.0', '1.2.0', (schema) => {
        const { cancelled_by: by } = (schema as unknown as ObjectSchema).properties as {
          cancelled_by: { enum: string[] }
        }
        by.enum.push('fraud-check')
      }),
  },
  {
    name: 'change-a-released-version',
    verdict: 'breaking',
    edit: (contracts) =>
      contracts.replace(
        'schemas/orders/order.processing/1.0.0.json',
        '"required": ["order_id"]',
        '"required": ["order_id", "order_number"]',
      ),
  },
  {
    name: 'release-a-major-on-the-same-type',
    verdict: 'breaking',
    edit: (contracts) =>
      processing(contracts, '2.0.0', (schema) => {
        schema.properties['order_id'] = { type: 'integer' }
        schema.examples = [{ order_id: 1 }, { order_id: 2 }]
        contracts.replace(eventBus, EXAMPLE, 'data: { order_id: 1 }')
      }),
  },
  {
    name: 'weaken-a-mode',
    verdict: 'risky',
    edit: (contracts) =>
      processing(contracts, '1.1.0', (schema) => {
        ;(schema as unknown as Schema)['x-compatibility'] = 'BACKWARD'
      }),
  },
  {
    name: 'make-an-attribute-of-the-envelope-optional',
    verdict: 'breaking',
    edit: (contracts) =>
      contracts.release(
        'envelopes/event-bus-envelope',
        '1.0.0',
        '1.1.0',
        (schema) => {
          const envelope = schema as unknown as ObjectSchema
          envelope.required = envelope.required.filter((name) => name !== 'tenant_id')
        },
        'event-bus',
      ),
  },
  {
    name: 'change-a-routing-key',
    verdict: 'breaking',
    edit: (contracts) =>
      contracts.replace(
        eventBus,
        '  order.shipped:\n    address: order.shipped\n',
        '  order.shipped:\n    address: shipment.created\n',
      ),
  },
  {
    name: 'change-the-type-of-an-exchange',
    verdict: 'breaking',
    edit: (contracts) =>
      contracts.replace(
        eventBus,
        '{ name: orders, type: topic, durable: true',
        '{ name: orders, type: direct, durable: true',
      ),
  },
  {
    name: 'change-the-ttl-of-a-queue',
    verdict: 'breaking',
    edit: (contracts) => contracts.replace(eventBus, 'x-message-ttl: 86400000', 'x-message-ttl: 3600000'),
  },
  {
    name: 'remove-a-binding',
    verdict: 'breaking',
    edit: (contracts) =>
      contracts.replace(
        eventBus,
        "        x-bindings:\n          - { exchange: orders, routingKey: 'order.processing' }\n",
        '',
      ),
  },
  {
    name: 'remove-an-application',
    verdict: 'breaking',
    edit: (contracts) => contracts.remove('asyncapi/event-bus/customer-service.yaml'),
  },
  {
    name: 'retry-less-often',
    verdict: 'risky',
    edit: (contracts) =>
      contracts.replace('asyncapi/event-bus/fulfilment-service.yaml', 'attempts: 4', 'attempts: 2'),
  },
  {
    name: 'raise-the-partitions-of-a-topic',
    verdict: 'risky',
    edit: (contracts) =>
      contracts.replace(
        collaboration,
        'topic: orders.created\n        partitions: 6',
        'topic: orders.created\n        partitions: 12',
      ),
  },
  {
    name: 'lower-the-partitions-of-a-topic',
    verdict: 'breaking',
    edit: (contracts) =>
      contracts.replace(
        collaboration,
        'topic: orders.created\n        partitions: 6',
        'topic: orders.created\n        partitions: 3',
      ),
  },
  {
    name: 'change-a-key',
    verdict: 'breaking',
    edit: (contracts) => contracts.replace(collaboration, 'x-key: /orderId', 'x-key: /username'),
  },
]

function processing(contracts: ContractTexts, version: string, change: (schema: ObjectSchema) => void): void {
  const edit = (schema: Schema): void => change(schema as unknown as ObjectSchema)
  contracts.release('orders/order.processing', '1.0.0', version, edit, 'event-bus')
}
