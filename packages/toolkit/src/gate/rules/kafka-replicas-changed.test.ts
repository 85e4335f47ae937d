import { expect, test } from 'vitest'
import { checkBothWays } from '../testing/check-contract-rule.ts'
import { onKafka } from '../testing/samples.ts'
import { kafkaReplicasChanged } from './kafka-replicas-changed.ts'

const replicas = (count: number) => onKafka({ kafka: { replicas: count } })

test('reports another number of replicas in both directions', async () => {
  expect(await checkBothWays(kafkaReplicasChanged, replicas(3), replicas(2))).toEqual({
    there: [
      'risky channel bus/orders: Topic "orders" has 2 replicas now and had 3. [deployment bus/crm bus/shop]',
    ],
    back: [
      'risky channel bus/orders: Topic "orders" has 3 replicas now and had 2. [deployment bus/crm bus/shop]',
    ],
  })
})

test('allows to state the number for the first time', async () => {
  expect(await checkBothWays(kafkaReplicasChanged, onKafka(), replicas(3))).toEqual({ there: [], back: [] })
})

test('is not disturbed by another version of the binding', async () => {
  const [before, now] = ['0.5.0', '0.6.0'].map((bindingVersion) =>
    onKafka({ kafka: { replicas: 3, bindingVersion } }),
  )
  expect(await checkBothWays(kafkaReplicasChanged, before ?? {}, now ?? {})).toEqual({ there: [], back: [] })
})
