import type { OpenTransport, Transport } from '@concordat/runtime'

import { readBrokerUrl } from './broker-url.ts'
import { Connection } from './connection.ts'
import { RabbitmqTransport } from './transport.ts'

/**
 * Connects to a RabbitMQ, 3.10 or newer.
 *
 * @param url `amqp://user:password@host:5672/virtual-host`, or `amqps:` over TLS; see {@link readBrokerUrl}
 * @throws TransportError `connection-refused`, `access-refused`, `not-found` (the virtual host), `unsupported` (the URL)
 *
 * @example
 * const transport = await openTransport('amqp://guest:guest@127.0.0.1:5672', { clientName: 'order-service' })
 */
export const openTransport: OpenTransport = async (url, { clientName = 'concordat' }): Promise<Transport> => {
  const brokerUrl = readBrokerUrl(url)
  const connection = new Connection(brokerUrl, clientName)
  await connection.open()
  return new RabbitmqTransport(connection, new Connection(brokerUrl, `${clientName} (publishing)`))
}
