import { expect, test } from 'vitest'
import { checkRule } from '../testing/check-rule.ts'
import { type SampleApplication, topics } from '../testing/sample-topics.ts'
import { duplicateConsumerGroup } from './duplicate-consumer-group.ts'

function check(applications: Readonly<Record<string, SampleApplication>>): Promise<readonly string[]> {
  return checkRule(duplicateConsumerGroup, topics(applications))
}

const orders = { receive: { orders: ['OrderCreated'] } }

test('reports each of two applications in one group on one topic', async () => {
  expect(await check({ crm: { ...orders, group: 'shop' }, mail: { ...orders, group: 'shop' } })).toEqual([
    'asyncapi/bus/crm.yaml#/operations/receive orders error: The group "shop" on topic "orders" is used by "crm" and "mail"',
    'asyncapi/bus/mail.yaml#/operations/receive orders error: The group "shop" on topic "orders" is used by "crm" and "mail"',
  ])
})

test('allows a group for each application', async () => {
  expect(await check({ crm: { ...orders, group: 'crm' }, mail: { ...orders, group: 'mail' } })).toEqual([])
})

test('allows groups that are not stated, and one group on two topics', async () => {
  const other = { receive: { payments: ['Paid'] }, group: 'shop' }
  expect(
    await check({ crm: orders, mail: orders, billing: other, shop: { ...orders, group: 'shop' } }),
  ).toEqual([])
})
