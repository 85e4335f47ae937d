import { expect, test } from 'vitest'
import { checkBothWays } from '../testing/check-contract-rule.ts'
import { onKafka, withApplication, without } from '../testing/samples.ts'
import { applicationRemoved } from './application-removed.ts'

const on = (action: string) => ({ work: { action, channel: { $ref: './channels.yaml#/channels/orders' } } })

test('reports the only sender of what others receive', async () => {
  expect(await checkBothWays(applicationRemoved, onKafka(), without(onKafka(), 'shop'))).toEqual({
    there: [
      'breaking application bus/shop: Application "shop" is gone, and nobody sends "OrderCreated" any more. [consumer bus/crm]',
    ],
    back: [],
  })
})

test('calls it risky where it was only the last to receive', async () => {
  expect((await checkBothWays(applicationRemoved, onKafka(), without(onKafka(), 'crm'))).there).toEqual([
    'risky application bus/crm: Application "crm" is gone, and nobody receives from "orders" any more. [publisher bus/shop]',
  ])
})

test('allows it where another application does the same', async () => {
  const [sender, receiver] = [on('send'), on('receive')].map((operations) =>
    withApplication(onKafka(), 'other', operations),
  )
  expect(
    (await checkBothWays(applicationRemoved, sender ?? {}, without(sender ?? {}, 'shop'))).there,
  ).toEqual([])
  expect(
    (await checkBothWays(applicationRemoved, receiver ?? {}, without(receiver ?? {}, 'crm'))).there,
  ).toEqual([])
})

test('allows another file name of the same application', async () => {
  const { 'asyncapi/bus/shop.yaml': shop, ...others } = onKafka()
  expect(
    await checkBothWays(applicationRemoved, onKafka(), { ...others, 'asyncapi/bus/store.yaml': shop }),
  ).toEqual({ there: [], back: [] })
})
