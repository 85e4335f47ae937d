import { expect, test } from 'vitest'
import { checkRule } from '../testing/check-rule.ts'
import { orderCreated } from '../testing/sample-subject.ts'
import { releasedVersionRemoved } from './released-version-removed.ts'

function removed(path: string): Promise<readonly string[]> {
  const base = { label: 'main', blobs: new Map([[path, '0']]), read: () => Promise.resolve(new Map()) }
  return checkRule(releasedVersionRemoved, orderCreated({ '1.0.0': {} }), base)
}

test('reports a released version that is gone', async () => {
  const path = 'schemas/orders/order.paid/1.0.0.json'
  expect(await removed(path)).toEqual([`${path}# error: ${path} is released in "main" and is gone`])
})

test.each([
  ['a version that is still there', 'schemas/orders/order.created/1.0.0.json'],
  ['a pre-release', 'schemas/orders/order.created/2.0.0-rc.1.json'],
  ['a file that is no version', 'schemas/README.md'],
  ['a version of another repository layout', 'old/schemas/orders/order.paid/1.0.0.json'],
])('allows the removal of %s', async (_, path) => {
  expect(await removed(path)).toEqual([])
})
