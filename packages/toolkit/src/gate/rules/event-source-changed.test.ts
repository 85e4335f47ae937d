import { expect, test } from 'vitest'
import { checkBothWays } from '../testing/check-contract-rule.ts'
import { onKafka } from '../testing/samples.ts'
import { eventSourceChanged } from './event-source-changed.ts'

const payload = { type: 'object', 'x-concordat-envelope': { source: '/source', data: '/data' } }
const shopAs = (info: object, message: object = { payload }) => {
  const { 'asyncapi/bus/shop.yaml': shop, ...others } = onKafka({ message })
  return {
    ...others,
    'asyncapi/bus/shop.yaml': { ...(shop as object), info: { title: 'shop', version: '1.0.0', ...info } },
  }
}

test('reports another source to who receives the events', async () => {
  expect(await checkBothWays(eventSourceChanged, shopAs({}), shopAs({ 'x-source': 'store' }))).toEqual({
    there: [
      'risky application bus/shop: Application "shop" has the source "store" now and had "shop". [consumer bus/crm]',
    ],
    back: [
      'risky application bus/shop: Application "shop" has the source "shop" now and had "store". [consumer bus/crm]',
    ],
  })
})

test('allows to state what holds anyway, and another title', async () => {
  expect(
    await checkBothWays(eventSourceChanged, shopAs({}), shopAs({ 'x-source': 'shop', title: 'Shop' })),
  ).toEqual({ there: [], back: [] })
})

test('says nothing where no event says where it comes from', async () => {
  expect(
    await checkBothWays(eventSourceChanged, shopAs({}, {}), shopAs({ 'x-source': 'store' }, {})),
  ).toEqual({ there: [], back: [] })
})
