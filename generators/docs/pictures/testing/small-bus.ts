import { loadCatalog, memorySource, type System } from '@concordat/toolkit/model'

/** Channels and operations of a contract as a system `main` of one application. */
export async function smallBus(contract: {
  readonly channels: Readonly<Record<string, object>>
  readonly operations: Readonly<Record<string, object>>
}): Promise<System> {
  const document = { asyncapi: '3.0.0', info: { title: 'Orders', version: '1.0.0' }, ...contract }
  const catalog = await loadCatalog(memorySource({ 'asyncapi.json': JSON.stringify(document) }))
  const [system] = catalog.systems
  if (system === undefined) throw new Error('the contract was not read as a system')
  return system
}

/** A channel that publishes to an exchange. */
export function publishing(address: string, exchange: object, bindings: readonly object[] = []): object {
  const amqp = {
    is: 'routingKey',
    exchange: { durable: true, vhost: '/', ...exchange },
    'x-bindings': bindings,
  }
  return { address, messages: { created: { name: 'Created' } }, bindings: { amqp } }
}

/** A channel that is a queue, with its bindings. */
export function queueing(
  name: string,
  bindings: readonly object[],
  queueArguments: object = {},
  messages: object = { created: { name: 'Created' } },
): object {
  const queue = { name, durable: true, vhost: '/', 'x-arguments': queueArguments }
  return { address: name, messages, bindings: { amqp: { is: 'queue', queue, 'x-bindings': bindings } } }
}

export function sending(channel: string): object {
  return { action: 'send', channel: { $ref: `#/channels/${channel}` } }
}

export function receiving(channel: string, delivery?: object): object {
  const stated = delivery === undefined ? {} : { 'x-delivery': delivery }
  return { action: 'receive', channel: { $ref: `#/channels/${channel}` }, ...stated }
}
