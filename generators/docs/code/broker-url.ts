import type { Operation } from '@concordat/toolkit/model'

/** URL of a broker on which an operation works, as the contract names its server. */
export function brokerUrl({ channel }: Operation): string {
  const { servers, protocols } = channel
  const isKafka = !protocols.includes('amqp') && protocols.includes('kafka')
  const server = servers.find(({ protocol }) => protocol.startsWith(isKafka ? 'kafka' : 'amqp'))
  const host = server === undefined || server.host.includes('{') ? undefined : server.host
  if (isKafka) {
    const isSecure = server?.protocol === 'kafka-secure'
    return `kafka://${host ?? 'localhost:9092'}${isSecure ? '?ssl=true' : ''}`
  }
  return `${server?.protocol ?? 'amqp'}://${host ?? 'localhost:5672'}`
}
