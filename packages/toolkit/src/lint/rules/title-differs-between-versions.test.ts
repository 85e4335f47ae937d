import { expect, test } from 'vitest'
import { checkRule } from '../testing/check-rule.ts'
import { orderCreated } from '../testing/sample-subject.ts'
import { titleDiffersBetweenVersions } from './title-differs-between-versions.ts'

const file = 'schemas/orders/order.created/2.0.0.json'

function second(title: unknown): Promise<readonly string[]> {
  return checkRule(titleDiffersBetweenVersions, orderCreated({ '1.0.0': {}, '2.0.0': { title } }))
}

test('reports a version with another title', async () => {
  expect(await second('OrderCreatedV2')).toEqual([
    `${file}#/title error: Version 2.0.0 of orders/order.created is titled "OrderCreatedV2", 1.0.0 is titled "OrderCreated"`,
  ])
})

test('reports a version that lost its title', async () => {
  expect(await second(undefined)).toEqual([
    expect.stringContaining('has no title, 1.0.0 is titled "OrderCreated"'),
  ])
})

test('allows the same title, and subjects without any', async () => {
  expect(await second('OrderCreated')).toEqual([])
  const untitled = orderCreated({ '1.0.0': { title: undefined }, '2.0.0': { title: undefined } })
  expect(await checkRule(titleDiffersBetweenVersions, untitled)).toEqual([])
})
