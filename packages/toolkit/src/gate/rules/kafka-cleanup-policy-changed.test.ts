import { expect, test } from 'vitest'
import { checkBothWays } from '../testing/check-contract-rule.ts'
import { onKafka } from '../testing/samples.ts'
import { kafkaCleanupPolicyChanged } from './kafka-cleanup-policy-changed.ts'

const topic = (topicConfiguration: object) => onKafka({ kafka: { topicConfiguration } })

const policy = (...policies: readonly string[]) => topic({ 'cleanup.policy': policies })

test('reports a topic that is compacted from now on, and one that is not any more', async () => {
  expect(await checkBothWays(kafkaCleanupPolicyChanged, policy('delete'), policy('compact'))).toEqual({
    there: [
      'breaking channel bus/orders: The cleanup.policy of topic "orders" is compact and was delete. [consumer bus/crm, publisher bus/shop]',
    ],
    back: [
      'breaking channel bus/orders: The cleanup.policy of topic "orders" is delete and was compact. [consumer bus/crm]',
    ],
  })
})

test('hits no publisher whose messages have keys', async () => {
  const [before, now] = ['delete', 'compact'].map((one) =>
    onKafka({ message: { 'x-key': '/id' }, kafka: { topicConfiguration: { 'cleanup.policy': [one] } } }),
  )
  expect((await checkBothWays(kafkaCleanupPolicyChanged, before ?? {}, now ?? {})).there).toEqual([
    'breaking channel bus/orders: The cleanup.policy of topic "orders" is compact and was delete. [consumer bus/crm]',
  ])
})

test('knows that Kafka clears by age where nothing is stated', async () => {
  expect(await checkBothWays(kafkaCleanupPolicyChanged, onKafka(), policy('delete'))).toEqual({
    there: [],
    back: [],
  })
  expect((await checkBothWays(kafkaCleanupPolicyChanged, policy('compact'), onKafka())).there).toEqual([
    'breaking channel bus/orders: The cleanup.policy of topic "orders" is not stated, so Kafka\'s default delete holds and was compact. [consumer bus/crm]',
  ])
})

test('allows to stop clearing by age, and another order of the same policies', async () => {
  const both = policy('compact', 'delete')
  expect((await checkBothWays(kafkaCleanupPolicyChanged, both, policy('compact'))).there).toEqual([])
  expect(await checkBothWays(kafkaCleanupPolicyChanged, both, policy('delete', 'compact'))).toEqual({
    there: [],
    back: [],
  })
})
