import { expect, test } from 'vitest'
import { checkBothWays } from '../testing/check-contract-rule.ts'
import { onKafka, onRabbit } from '../testing/samples.ts'
import { kafkaGroupChanged } from './kafka-group-changed.ts'

const group = (...values: readonly string[]) =>
  onKafka({ receive: { bindings: { kafka: { groupId: { type: 'string', enum: values } } } } })

test('reports another group in both directions', async () => {
  expect(await checkBothWays(kafkaGroupChanged, group('crm-1'), group('crm-2'))).toEqual({
    there: [
      'risky operation bus/crm/receiveOrder: Operation "receiveOrder" reads in the group "crm-2" now and did in "crm-1". [consumer bus/crm]',
    ],
    back: [
      'risky operation bus/crm/receiveOrder: Operation "receiveOrder" reads in the group "crm-1" now and did in "crm-2". [consumer bus/crm]',
    ],
  })
})

test('knows that the group is the name of the application where none is stated', async () => {
  expect(await checkBothWays(kafkaGroupChanged, onKafka(), group('crm'))).toEqual({ there: [], back: [] })
  expect((await checkBothWays(kafkaGroupChanged, onKafka(), group('others'))).there).toHaveLength(1)
})

test('reports a file of the application that got another name, and with it another group', async () => {
  const { 'asyncapi/bus/crm.yaml': crm, ...others } = onKafka()
  expect(
    (await checkBothWays(kafkaGroupChanged, onKafka(), { ...others, 'asyncapi/bus/customers.yaml': crm }))
      .there,
  ).toEqual([
    'risky operation bus/customers/receiveOrder: Operation "receiveOrder" reads in the group "customers" now and did in "crm". [consumer bus/customers]',
  ])
})

test('allows one group more behind the first, and says nothing about RabbitMQ', async () => {
  expect(await checkBothWays(kafkaGroupChanged, group('crm'), group('crm', 'crm-test'))).toEqual({
    there: [],
    back: [],
  })
  const { 'asyncapi/bus/crm.yaml': crm, ...others } = onRabbit()
  expect(
    await checkBothWays(kafkaGroupChanged, onRabbit(), { ...others, 'asyncapi/bus/customers.yaml': crm }),
  ).toEqual({ there: [], back: [] })
})
