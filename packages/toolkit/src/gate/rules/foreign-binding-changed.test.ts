import { expect, test } from 'vitest'
import { checkBothWays } from '../testing/check-contract-rule.ts'
import { onKafka, onMqtt } from '../testing/samples.ts'
import { foreignBindingChanged } from './foreign-binding-changed.ts'

const mqtt = (qos: number, bindingVersion = '0.2.0') =>
  onMqtt({ send: { bindings: { mqtt: { qos, bindingVersion } } } })

test('reports the binding of an operation in both directions', async () => {
  const change =
    'risky operation bus/shop/sendOrder: The binding "mqtt" of operation "bus/shop/sendOrder" is not what it was. [deployment bus/shop]'
  expect(await checkBothWays(foreignBindingChanged, mqtt(2), mqtt(0))).toEqual({
    there: [change],
    back: [change],
  })
})

test('reports the bindings of channels and servers, that of Kafka among these', async () => {
  const [one, other] = ['a', 'b'].map((queue) => onMqtt({ channel: { bindings: { nats: { queue } } } }))
  expect((await checkBothWays(foreignBindingChanged, one ?? {}, other ?? {})).there).toHaveLength(1)
  const registry = onKafka({
    server: { bindings: { kafka: { schemaRegistryUrl: 'https://registry.example' } } },
  })
  expect((await checkBothWays(foreignBindingChanged, onKafka(), registry)).there).toEqual([
    'risky server bus/broker: The binding "kafka" of server "bus/broker" is not what it was. [deployment bus/crm bus/shop]',
  ])
})

test('allows another version of the binding, and leaves AMQP and Kafka to the rules for them', async () => {
  expect(await checkBothWays(foreignBindingChanged, mqtt(2), mqtt(2, '0.3.0'))).toEqual({
    there: [],
    back: [],
  })
  expect(
    await checkBothWays(foreignBindingChanged, onKafka(), onKafka({ kafka: { partitions: 3 } })),
  ).toEqual({ there: [], back: [] })
})
