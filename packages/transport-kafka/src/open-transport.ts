import type { OpenTransport, Transport } from '@concordat/runtime'

import { readBrokerUrl } from './broker-url.ts'
import { Cluster } from './cluster.ts'
import { KafkaTransport } from './transport.ts'

/**
 * Connects to an Apache Kafka cluster.
 *
 * @param url `kafka://host1:9092,host2:9092`; see {@link readBrokerUrl} for credentials and parameters. `clientId` in the
 * URL goes before `clientName`.
 * @throws TransportError `connection-refused`, `access-refused`, `unsupported` (the URL)
 *
 * @example
 * const transport = await openTransport('kafka://127.0.0.1:9092?replicas=1', { clientName: 'order-service' })
 */
export const openTransport: OpenTransport = async (url, { clientName = 'concordat' }): Promise<Transport> => {
  const brokerUrl = readBrokerUrl(url)
  const cluster = new Cluster(brokerUrl, brokerUrl.clientId ?? clientName)
  await cluster.connect()
  return new KafkaTransport(cluster)
}
