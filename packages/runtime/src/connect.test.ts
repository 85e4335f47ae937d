import { expect, it } from 'vitest'

import { connect } from './connect.ts'
import { importTransport } from './import-transport.ts'
import type { OpenTransport } from './transport.ts'

it('opens the memory transport, which takes both protocols', async () => {
  const connection = await connect('memory:connect')
  expect(connection.transport.protocols).toEqual(['amqp', 'kafka'])
  await connection.close()
  await connection.close()
})

it('prefers the transports that it is given', async () => {
  const seen: unknown[] = []
  const memory: OpenTransport = async (url, options) => {
    seen.push(url, options)
    return (await connect('memory:')).transport
  }
  await connect('MEMORY:mine', { transports: { memory }, clientName: 'order-service' })
  expect(seen).toEqual(['MEMORY:mine', { clientName: 'order-service' }])
})

it.each(['nats://user:secret@host', 'localhost:5672', 'no scheme', 'constructor:'])(
  'says which schemes there are, and not the URL, for %s',
  async (url) => {
    const error = await connect(url).catch((reason: unknown) => reason)
    expect(error).toMatchObject({ name: 'UsageError', code: 'unknown-scheme', retriable: false })
    expect(String(error)).toContain('Known are memory:, amqp:, amqps:, kafka:')
    expect(String(error)).not.toContain('secret')
  },
)

it('declares a topology once', async () => {
  const connection = await connect('memory:declare-once')
  const topology = { exchanges: [], queues: [], bindings: [], topics: [] }
  await Promise.all([connection.declare(topology), connection.declare(topology)])
  const binding = { exchange: 'x', destination: { kind: 'queue' as const, name: 'q' }, routingKey: '' }
  const broken = { ...topology, bindings: [binding] }
  await expect(connection.declare(broken)).rejects.toMatchObject({ code: 'not-found' })
  await expect(connection.declare(broken)).rejects.toMatchObject({ code: 'not-found' })
})

it('says how to install a transport that is not there', async () => {
  await expect(importTransport('@concordat/transport-nowhere')).rejects.toMatchObject({
    name: 'UsageError',
    code: 'transport-not-installed',
    message: 'The transport for this URL is not installed. Run: npm install @concordat/transport-nowhere',
  })
})
