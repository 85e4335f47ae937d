import { expect, test } from 'vitest'
import { checkBothWays } from '../testing/check-contract-rule.ts'
import { onKafka } from '../testing/samples.ts'
import { serverProtocolChanged } from './server-protocol-changed.ts'

const speaks = (protocol: string) => onKafka({ server: { protocol } })

test('reports another protocol in both directions', async () => {
  expect(await checkBothWays(serverProtocolChanged, speaks('kafka'), speaks('kafka-secure'))).toEqual({
    there: [
      'breaking server bus/broker: Server "broker" speaks "kafka-secure" now and spoke "kafka". [consumer bus/crm, publisher bus/shop]',
    ],
    back: [
      'breaking server bus/broker: Server "broker" speaks "kafka" now and spoke "kafka-secure". [consumer bus/crm, publisher bus/shop]',
    ],
  })
})

test('allows another case', async () => {
  expect(await checkBothWays(serverProtocolChanged, speaks('kafka'), speaks('Kafka'))).toEqual({
    there: [],
    back: [],
  })
})

test('calls another version of the protocol risky, however it is written', async () => {
  const version = (protocolVersion: string) => onKafka({ server: { protocol: 'amqp', protocolVersion } })
  expect((await checkBothWays(serverProtocolChanged, version('0-9-1'), version('1.0'))).there).toEqual([
    'risky server bus/broker: Server "broker" speaks "amqp 1.0" now and spoke "amqp 0.9.1". [consumer bus/crm, publisher bus/shop]',
  ])
  expect(await checkBothWays(serverProtocolChanged, version('0-9-1'), version('0.9.1'))).toEqual({
    there: [],
    back: [],
  })
  expect(
    await checkBothWays(serverProtocolChanged, version('1.0'), onKafka({ server: { protocol: 'amqp' } })),
  ).toEqual({ there: [], back: [] })
})
