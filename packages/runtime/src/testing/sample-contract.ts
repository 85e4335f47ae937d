import type {
  ApplicationContract,
  EnvelopeMapping,
  ReceivedMessage,
  ReceiveOperation,
  SentMessage,
  Topology,
  ValidationFailure,
  Validator,
} from '../contract.ts'

/** An envelope of the contract's own shape, with nested attributes. */
export const customEnvelope: EnvelopeMapping = {
  mode: 'envelope',
  attributes: {
    id: [{ in: 'payload', pointer: '/id' }],
    type: [{ in: 'payload', pointer: '/type' }],
    source: [{ in: 'payload', pointer: '/source' }],
    time: [{ in: 'payload', pointer: '/timestamp' }],
    correlationid: [
      { in: 'payload', pointer: '/correlation_id' },
      { in: 'headers', pointer: '/x-correlation-id' },
    ],
    userid: [{ in: 'payload', pointer: '/metadata/user_id' }],
    dataversion: [{ in: 'payload', pointer: '/metadata/version' }],
  },
  data: '/data',
}

/** No attributes at all. */
export const bareEnvelope: EnvelopeMapping = { mode: 'bare', attributes: {}, data: '' }

/** A validator that finds what the function finds. */
export function validator(find: (value: any) => readonly ValidationFailure[]): Validator {
  const validate: Validator = (value) => {
    const failures = find(value)
    validate.errors = failures
    return failures.length === 0
  }
  return validate
}

const orderData = validator((payload) =>
  typeof payload?.data?.order_id === 'string'
    ? []
    : [{ instancePath: '/data', keyword: 'required', message: "must have required property 'order_id'" }],
)

/** The message that the sample application sends and receives. */
export const orderCreated: ReceivedMessage = {
  name: 'OrderCreated',
  type: 'order.created',
  contentType: 'application/json',
  envelope: customEnvelope,
  schema: 'orders/order.created/2.0.0',
  validate: orderData,
}

/** Names on the broker begin with the prefix. The source has dead letters. */
interface SampleNames {
  readonly exchange: string
  readonly queue: string
  readonly topic: string
  readonly dead: string
}

export function sampleNames(prefix: string): SampleNames {
  return {
    exchange: `${prefix}.orders`,
    queue: `${prefix}.notification`,
    topic: `${prefix}.orders`,
    dead: `${prefix}.dead`,
  }
}

/** An application that sends one message and receives it, over an exchange or over a topic. */
export function sampleContract(
  prefix: string,
  protocol: 'amqp' | 'kafka',
  changes: { readonly sent?: Partial<SentMessage>; readonly received?: Partial<ReceiveOperation> } = {},
): ApplicationContract {
  const names = sampleNames(prefix)
  const targets: SentMessage['targets'] =
    protocol === 'amqp'
      ? { amqp: { exchange: names.exchange, routingKey: 'order.created', mandatory: true, persistent: true } }
      : { kafka: { topic: names.topic } }
  const sources: ReceiveOperation['sources'] =
    protocol === 'amqp'
      ? { amqp: { queue: names.queue, deadLetters: true } }
      : { kafka: { topic: names.topic, groupId: prefix, start: 'earliest', deadLetterTopic: names.dead } }
  return {
    system: 'sample',
    application: 'order-service',
    source: 'oms-service',
    sends: { orderCreated: { ...orderCreated, targets, key: '/order_id', ...changes.sent } },
    receives: {
      receiveOrders: {
        name: 'receiveOrders',
        sources,
        delivery: { prefetch: 10, attempts: 3, delay: 1, multiplier: 2, maxDelay: 4 },
        messages: { orderCreated },
        ...changes.received,
      },
    },
    topology: sampleTopology(names),
  }
}

function sampleTopology({ exchange, queue, topic, dead }: SampleNames): Topology {
  const standing = { durable: true, autoDelete: false }
  const deadLetter = { 'x-dead-letter-exchange': '', 'x-dead-letter-routing-key': dead }
  return {
    exchanges: [{ name: exchange, type: 'topic', ...standing }],
    queues: [
      { name: queue, exclusive: false, ...standing, arguments: deadLetter },
      { name: dead, exclusive: false, ...standing },
    ],
    bindings: [{ exchange, destination: { kind: 'queue', name: queue }, routingKey: 'order.*' }],
    topics: [topic, dead].map((name) => ({ name, partitions: 2, replicas: 1, configuration: {} })),
  }
}
