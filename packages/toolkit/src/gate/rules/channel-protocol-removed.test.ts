import { expect, test } from 'vitest'
import { checkBothWays } from '../testing/check-contract-rule.ts'
import { onKafka, onMqtt } from '../testing/samples.ts'
import { channelProtocolRemoved } from './channel-protocol-removed.ts'

const amqp = { is: 'queue', queue: { name: 'orders' } }
const bound = (bindings: object) => onKafka({ channel: { bindings } })

test('reports a binding that is gone, and not one that came', async () => {
  expect(await checkBothWays(channelProtocolRemoved, bound({ kafka: {}, amqp }), bound({ amqp }))).toEqual({
    there: [
      'breaking channel bus/orders: Channel "orders" is not on Kafka any more. [consumer bus/crm, publisher bus/shop]',
    ],
    back: [],
  })
})

test('leaves it to another rule where the servers speak another protocol', async () => {
  const mqtt = onMqtt()
  const kafka = onMqtt({ server: { protocol: 'kafka' } })
  expect(await checkBothWays(channelProtocolRemoved, kafka, mqtt)).toEqual({ there: [], back: [] })
})

test('allows to leave away a binding that says what holds anyway', async () => {
  expect(await checkBothWays(channelProtocolRemoved, bound({ kafka: {} }), bound({}))).toEqual({
    there: [],
    back: [],
  })
})
