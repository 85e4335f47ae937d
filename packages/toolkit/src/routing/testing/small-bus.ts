import type {
  AmqpBinding,
  AmqpChannel,
  AmqpExchange,
  BrokerArguments,
  Channel,
  System,
} from '../../model/catalog.ts'

type Edge = readonly [exchange: string, routingKey: string, bindingArguments?: BrokerArguments]

function binding([exchange, routingKey, bindingArguments = {}]: Edge): AmqpBinding {
  return {
    exchange,
    routingKey,
    arguments: bindingArguments,
    node: { file: 'channels.yaml', pointer: '', value: null },
  }
}

/** A channel that publishes to an exchange, with the bindings that lead to the exchange. */
export function exchange(
  name: string,
  type: AmqpExchange['type'],
  edges: readonly Edge[] = [],
  exchangeArguments: BrokerArguments = {},
): AmqpChannel {
  const declared = { name, type, durable: true, autoDelete: false, vhost: '/', arguments: exchangeArguments }
  return { is: 'routingKey', exchange: declared, bindings: edges.map(binding) }
}

/** A channel that is a queue, with its bindings. */
export function queue(name: string, edges: readonly Edge[]): AmqpChannel {
  const declared = { name, durable: true, exclusive: false, autoDelete: false, vhost: '/', arguments: {} }
  return { is: 'queue', queue: declared, bindings: edges.map(binding) }
}

/** A system of such channels. */
export function system(...amqp: readonly AmqpChannel[]): System {
  const channels = amqp.map((channel) => ({ amqp: channel }) as Channel)
  return { channels } as Partial<System> as System
}
