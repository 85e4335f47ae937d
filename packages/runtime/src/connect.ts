import { Connection } from './connection.ts'
import { importTransport } from './import-transport.ts'
import type { OpenTransport } from './transport.ts'
import { UsageError } from './usage-error.ts'

export interface ConnectOptions {
  /** Name that the broker shows for this connection. */
  readonly clientName?: string
  /** Transports by URL scheme, before those that {@link connect} finds itself; for bundled programs and other brokers. */
  readonly transports?: Readonly<Record<string, OpenTransport>>
}

/** The package with the transport for a URL scheme. */
const PACKAGES: ReadonlyMap<string, string> = new Map([
  ['memory', '@concordat/transport-memory'],
  ['amqp', '@concordat/transport-rabbitmq'],
  ['amqps', '@concordat/transport-rabbitmq'],
  ['kafka', '@concordat/transport-kafka'],
])

/**
 * Opens a connection; the scheme of the URL picks the transport: `memory:shop`, `amqp://` and `amqps://`, `kafka://`.
 *
 * @example
 * const connection = await connect('amqp://localhost')
 * const publisher = createOrderServicePublisher(connection)
 * await publisher.orderCreated({ order_id: 'ord_1', total: 1000 })
 * await connection.close()
 * @throws UsageError `unknown-scheme`, `transport-not-installed`
 * @throws TransportError `connection-refused`, `access-refused`, `timeout`
 */
export async function connect(url: string, options: ConnectOptions = {}): Promise<Connection> {
  const { transports = {}, ...transportOptions } = options
  const scheme = schemeOf(url)
  const given = Object.hasOwn(transports, scheme) ? transports[scheme] : undefined
  const openTransport = given ?? (await importTransport(packageOf(scheme, Object.keys(transports))))
  return new Connection(await openTransport(url, transportOptions))
}

function schemeOf(url: string): string {
  return (/^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1] ?? '').toLowerCase()
}

function packageOf(scheme: string, otherSchemes: readonly string[]): string {
  const name = PACKAGES.get(scheme)
  if (name === undefined) throw unknownScheme(scheme, [...otherSchemes, ...PACKAGES.keys()])
  return name
}

/** The URL stays out of the message: it may hold a password. */
function unknownScheme(scheme: string, schemes: readonly string[]): UsageError {
  const known = schemes.map((name) => `${name}:`).join(', ')
  const what = scheme === '' ? 'The URL has no scheme.' : `No transport takes ${scheme}: URLs.`
  return new UsageError('unknown-scheme', `${what} Known are ${known}; options.transports adds others.`)
}
