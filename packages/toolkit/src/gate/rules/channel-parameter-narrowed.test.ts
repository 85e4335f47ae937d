import { expect, test } from 'vitest'
import { checkBothWays } from '../testing/check-contract-rule.ts'
import { onMqtt } from '../testing/samples.ts'
import { channelParameterNarrowed } from './channel-parameter-narrowed.ts'

const region = (...values: readonly string[]) =>
  onMqtt({
    channel: {
      address: 'orders/{region}',
      parameters: { region: values.length > 0 ? { enum: values } : {} },
    },
  })

test('reports the values, and leaves the other direction to its mirror', async () => {
  expect(await checkBothWays(channelParameterNarrowed, region('eu', 'us'), region('eu'))).toEqual({
    there: [
      'breaking channel bus/orders: Parameter "region" of channel "orders" does not allow "us" any more. [publisher bus/shop]',
    ],
    back: [],
  })
})

test('takes a parameter without a list for any value', async () => {
  expect((await checkBothWays(channelParameterNarrowed, region(), region('eu'))).there).toEqual([
    'breaking channel bus/orders: Parameter "region" of channel "orders" does not allow "anything else" any more. [publisher bus/shop]',
  ])
})

test('allows another order of the values', async () => {
  expect(await checkBothWays(channelParameterNarrowed, region('eu', 'us'), region('us', 'eu'))).toEqual({
    there: [],
    back: [],
  })
})
