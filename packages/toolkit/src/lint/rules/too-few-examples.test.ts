import { expect, test } from 'vitest'
import { checkRule } from '../testing/check-rule.ts'
import { orderCreated } from '../testing/sample-subject.ts'
import { tooFewExamples } from './too-few-examples.ts'

const file = 'schemas/orders/order.created/1.0.0.json'

test.each([
  ['no examples', undefined],
  ['one example', [{ total: 1 }]],
])('reports %s', async (words, examples) => {
  expect(await checkRule(tooFewExamples, orderCreated({ '1.0.0': { examples } }))).toEqual([
    `${file}# warning: orders/order.created/1.0.0 has ${words}`,
  ])
})

test('allows two', async () => {
  expect(await checkRule(tooFewExamples, orderCreated({ '1.0.0': {} }))).toEqual([])
})
