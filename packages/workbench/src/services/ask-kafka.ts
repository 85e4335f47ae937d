import { firstAnswer } from './first-answer.ts'

/**
 * Asks a broker which brokers there are: it lists itself only once it has caught up with the controller and serves
 * requests. One of the addresses in `brokers` (host:port,host:port) that answers so is enough.
 */
export async function askKafka(brokers: string): Promise<undefined> {
  await Promise.any(brokers.split(',').map(askBroker)).catch((error: AggregateError) => {
    throw error.errors[0]
  })
}

async function askBroker(broker: string): Promise<void> {
  const { hostname, port } = new URL(`kafka://${broker.trim().replace(/^kafka:\/\//, '')}`)
  const answer = await firstAnswer({ host: hostname, port: Number(port || 9092) }, metadataRequest())
  // Size, correlation id, number of brokers: four bytes each.
  if (answer.length < 12) throw new Error('the server does not speak the protocol of Kafka')
  if (answer.readInt32BE(8) === 0) throw new Error('the cluster has no broker that serves requests yet')
}

/** Metadata, version 1, for no topic. https://kafka.apache.org/protocol#The_Messages_Metadata */
function metadataRequest(): Buffer {
  const client = Buffer.from('concordat')
  const request = Buffer.alloc(4 + 2 + 2 + 4 + 2 + client.length + 4)
  let at = request.writeInt32BE(request.length - 4)
  at = request.writeInt16BE(3, at)
  at = request.writeInt16BE(1, at)
  at = request.writeInt32BE(1, at)
  at = request.writeInt16BE(client.length, at)
  client.copy(request, at)
  return request
}
