import { type AmqpTarget, TransportError } from '@concordat/runtime'

export function connectionClosed(what: 'declare' | 'publish' | 'subscribe'): TransportError {
  return new TransportError('closed', `Cannot ${what}: this connection to the memory broker is closed.`, {
    retriable: false,
  })
}

export function notFound(kind: 'exchange' | 'queue' | 'topic', name: string): TransportError {
  const message = `The memory broker has no ${kind} ${name}. Declare the topology before it is used.`
  return new TransportError('not-found', message, { retriable: false })
}

export function unroutable(target: AmqpTarget): TransportError {
  const exchange = target.exchange === '' ? 'the default exchange' : `exchange ${target.exchange}`
  const message = `No queue takes the message: ${exchange}, routing key ${target.routingKey}. Bind a queue to it.`
  return new TransportError('unroutable', message, { retriable: false })
}

export function topologyMismatch(what: string, held: string, wanted: string): TransportError {
  const message =
    `The memory broker already has ${what}, and it differs.\n  declared:  ${wanted}\n  on broker: ${held}\n` +
    'Give one of them another name.'
  return new TransportError('topology-mismatch', message, { retriable: false })
}

export function noTarget(): TransportError {
  const message = 'The message has neither an AMQP nor a Kafka target. Give its channel a binding.'
  return new TransportError('unsupported', message, { retriable: false })
}

export function noSource(): TransportError {
  const message = 'The subscription has neither an AMQP nor a Kafka source. Give its channel a binding.'
  return new TransportError('unsupported', message, { retriable: false })
}
