import { type ContractSource, memorySource } from '@concordat/toolkit/model'

/** A document of one application that sends messages with these payloads, by message name. */
export function sendingContract(
  payloads: Readonly<Record<string, unknown>>,
  edit: (document: string) => string = (document) => document,
): ContractSource {
  const messages = Object.fromEntries(
    Object.entries(payloads).map(([name, payload]) => [name, { name, payload }]),
  )
  const document = {
    asyncapi: '3.0.0',
    info: { title: 'App', version: '1.0.0' },
    channels: { c: { address: 'c', messages, bindings: { kafka: { topic: 'c' } } } },
    operations: { send: { action: 'send', channel: { $ref: '#/channels/c' } } },
  }
  return memorySource({ 'asyncapi/sys/app.json': edit(JSON.stringify(document)) })
}
