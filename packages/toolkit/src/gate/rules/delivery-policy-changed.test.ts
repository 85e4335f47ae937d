import { expect, test } from 'vitest'
import { checkBothWays } from '../testing/check-contract-rule.ts'
import { onKafka } from '../testing/samples.ts'
import { deliveryPolicyChanged } from './delivery-policy-changed.ts'

const policy = (delivery: object) => onKafka({ receive: { 'x-delivery': delivery } })

test('reports each member that is another, in both directions', async () => {
  expect(
    await checkBothWays(
      deliveryPolicyChanged,
      policy({ prefetch: 1, retry: { attempts: 5 } }),
      policy({ prefetch: 20, retry: { attempts: 2 } }),
    ),
  ).toEqual({
    there: [
      'risky operation bus/crm/receiveOrder: Operation "receiveOrder" has prefetch 20 and had 1. [consumer bus/crm]',
      'risky operation bus/crm/receiveOrder: Operation "receiveOrder" has retry.attempts 2 and had 5. [consumer bus/crm]',
    ],
    back: [
      'risky operation bus/crm/receiveOrder: Operation "receiveOrder" has prefetch 1 and had 20. [consumer bus/crm]',
      'risky operation bus/crm/receiveOrder: Operation "receiveOrder" has retry.attempts 5 and had 2. [consumer bus/crm]',
    ],
  })
})

test('reports a policy that is not stated any more, unless it says what holds anyway', async () => {
  expect((await checkBothWays(deliveryPolicyChanged, policy({ prefetch: 1 }), onKafka())).there).toEqual([
    'risky operation bus/crm/receiveOrder: Operation "receiveOrder" has prefetch 10 by default and had 1. [consumer bus/crm]',
  ])
  expect(
    await checkBothWays(
      deliveryPolicyChanged,
      policy({ prefetch: 10, retry: { attempts: 3, delay: 1000 } }),
      onKafka(),
    ),
  ).toEqual({ there: [], back: [] })
})
