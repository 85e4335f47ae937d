import { expect, test } from 'vitest'
import { checkBothWays } from '../testing/check-contract-rule.ts'
import { onKafka, withServers } from '../testing/samples.ts'
import { serverHostChanged } from './server-host-changed.ts'

const server = (parts: object) => onKafka({ server: parts })

test('reports another host in both directions', async () => {
  expect(
    await checkBothWays(serverHostChanged, server({ host: 'a:9092' }), server({ host: 'b:9092' })),
  ).toEqual({
    there: [
      'risky server bus/broker: Server "broker" is at "b:9092" now and was at "a:9092". [deployment bus/crm bus/shop]',
    ],
    back: [
      'risky server bus/broker: Server "broker" is at "a:9092" now and was at "b:9092". [deployment bus/crm bus/shop]',
    ],
  })
})

test('reports another path, which is the virtual host on RabbitMQ', async () => {
  expect(
    (await checkBothWays(serverHostChanged, server({ host: 'a' }), server({ host: 'a', pathname: '/shop' })))
      .there,
  ).toHaveLength(1)
  expect(
    await checkBothWays(serverHostChanged, server({ host: 'a' }), server({ host: 'a', pathname: '/' })),
  ).toEqual({ there: [], back: [] })
})

test('leaves it to another rule where the protocol changes with it, and allows another name', async () => {
  expect(
    await checkBothWays(
      serverHostChanged,
      server({ host: 'a:9092' }),
      server({ host: 'a:9093', protocol: 'kafka-secure' }),
    ),
  ).toEqual({ there: [], back: [] })
  expect(
    await checkBothWays(
      serverHostChanged,
      onKafka(),
      withServers(onKafka(), { prod: { host: 'kafka:9092', protocol: 'kafka' } }),
    ),
  ).toEqual({ there: [], back: [] })
})
