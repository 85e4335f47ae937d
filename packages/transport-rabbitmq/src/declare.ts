import type { Topology } from '@concordat/runtime'
import type { Channel } from 'amqplib'

import { closeQuietly } from './close-quietly.ts'
import type { Connection } from './connection.ts'
import { channelFailure } from './errors.ts'

/**
 * Declares exchanges, queues and bindings on a channel of its own, because the broker closes the channel on which a
 * declaration fails.
 *
 * @throws TransportError `topology-mismatch` where the broker holds something else under the same name, `not-found`
 * where a binding leads from or to nothing, `access-refused`
 */
export async function declareTopology(connection: Connection, topology: Topology): Promise<void> {
  const channel = await connection.openChannel()
  try {
    for (const { what, run } of declarations(channel, topology)) {
      await run().catch((error: unknown) => {
        throw channelFailure(error, `Cannot declare ${what} on ${connection.place}`)
      })
    }
  } finally {
    await closeQuietly(channel)
  }
}

interface Declaration {
  readonly what: string
  readonly run: () => Promise<unknown>
}

function* declarations(channel: Channel, topology: Topology): Generator<Declaration> {
  for (const { name, type, durable, autoDelete, arguments: args } of topology.exchanges) {
    if (isPredeclared(name)) continue
    const run = (): Promise<unknown> =>
      channel.assertExchange(name, type, { durable, autoDelete, arguments: args })
    yield { what: `exchange "${name}"`, run }
  }
  for (const { name, durable, exclusive, autoDelete, arguments: args } of topology.queues) {
    const run = (): Promise<unknown> =>
      channel.assertQueue(name, { durable, exclusive, autoDelete, arguments: args })
    yield { what: `queue "${name}"`, run }
  }
  for (const { exchange, destination, routingKey, arguments: args } of topology.bindings) {
    const run = (): Promise<unknown> =>
      destination.kind === 'queue'
        ? channel.bindQueue(destination.name, exchange, routingKey, args)
        : channel.bindExchange(destination.name, exchange, routingKey, args)
    const what = `the binding of ${destination.kind} "${destination.name}" to exchange "${exchange}" by "${routingKey}"`
    yield { what, run }
  }
}

/** The broker brings the default exchange and `amq.*` along and refuses their declaration (AMQP 0-9-1, 3.1.3). */
function isPredeclared(exchange: string): boolean {
  return exchange === '' || exchange.startsWith('amq.')
}
