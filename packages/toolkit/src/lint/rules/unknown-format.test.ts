import { expect, test } from 'vitest'
import { checkRule } from '../testing/check-rule.ts'
import { orderCreated } from '../testing/sample-subject.ts'
import { unknownFormat } from './unknown-format.ts'

function formatted(format: string): Promise<readonly string[]> {
  return checkRule(
    unknownFormat,
    orderCreated({ '1.0.0': { properties: { at: { type: 'string', format } } } }),
  )
}

test('reports a misspelt format', async () => {
  expect(await formatted('datetime')).toEqual([
    'schemas/orders/order.created/1.0.0.json#/properties/at/format warning: There is no format "datetime"',
  ])
})

test.each(['date-time', 'int64'])('allows %s', async (format) => {
  expect(await formatted(format)).toEqual([])
})

test('allows a property that is called format', async () => {
  const properties = { format: { type: 'string' } }
  expect(await checkRule(unknownFormat, orderCreated({ '1.0.0': { properties } }))).toEqual([])
})
