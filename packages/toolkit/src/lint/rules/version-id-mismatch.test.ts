import { expect, test } from 'vitest'
import { checkRule } from '../testing/check-rule.ts'
import { orderCreated } from '../testing/sample-subject.ts'
import { versionIdMismatch } from './version-id-mismatch.ts'

function identified($id: unknown): Promise<readonly string[]> {
  return checkRule(versionIdMismatch, orderCreated({ '1.1.0': { $id } }))
}

test('reports the id of another version', async () => {
  expect(await identified('concordat:/orders/order.created/1.0.0.json')).toEqual([
    'schemas/orders/order.created/1.1.0.json#/$id error: schemas/orders/order.created/1.1.0.json has the "$id" ' +
      '"concordat:/orders/order.created/1.0.0.json"',
  ])
})

test.each([
  ['the id of its path', 'concordat:/orders/order.created/1.1.0.json'],
  ['another base', 'https://schemas.example/v1/orders/order.created/1.1.0.json#'],
  ['no id', undefined],
])('allows %s', async (_, $id) => {
  expect(await identified($id)).toEqual([])
})
