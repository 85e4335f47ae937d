import { expect, test } from 'vitest'
import { checkBothWays } from '../testing/check-contract-rule.ts'
import { onMqtt } from '../testing/samples.ts'
import { channelParameterWidened } from './channel-parameter-widened.ts'

const region = (...values: readonly string[]) =>
  onMqtt({
    channel: {
      address: 'orders/{region}',
      parameters: { region: values.length > 0 ? { enum: values } : {} },
    },
  })

test('reports the values, and leaves the other direction to its mirror', async () => {
  expect(await checkBothWays(channelParameterWidened, region('eu'), region('eu', 'us'))).toEqual({
    there: [
      'risky channel bus/orders: Parameter "region" of channel "orders" allows "us" now. [consumer bus/crm]',
    ],
    back: [],
  })
})

test('takes a parameter without a list for any value', async () => {
  expect((await checkBothWays(channelParameterWidened, region('eu'), region())).there).toEqual([
    'risky channel bus/orders: Parameter "region" of channel "orders" allows "anything else" now. [consumer bus/crm]',
  ])
})

test('allows another order of the values', async () => {
  expect(await checkBothWays(channelParameterWidened, region('eu', 'us'), region('us', 'eu'))).toEqual({
    there: [],
    back: [],
  })
})
