import { expect, test } from 'vitest'
import { checkRule } from '../testing/check-rule.ts'
import { withMessage } from '../testing/sample-subject.ts'
import { typeDiffersFromSubject } from './type-differs-from-subject.ts'

function typed(type: object, subject = 'order.created'): Promise<readonly string[]> {
  const data = `../../schemas/orders/${subject}/1.0.0.json`
  const properties = { type: { type: 'string', ...type }, data: { $ref: data } }
  const payload = { type: 'object', properties, 'x-concordat-envelope': { type: '/type', data: '/data' } }
  return checkRule(typeDiffersFromSubject, {
    ...withMessage({ name: 'OrderCreated', payload }),
    [`schemas/orders/${subject}/1.0.0.json`]: { type: 'object' },
  })
}

test('reports a type of another event', async () => {
  expect(await typed({ const: 'order.paid' })).toEqual([
    'asyncapi/bus/channels.yaml#/channels/orders/messages/orderCreated warning: "OrderCreated" has the type ' +
      '"order.paid" and carries the subject "orders/order.created"',
  ])
})

test.each([
  ['the name of the subject', { const: 'order.created' }, 'order.created'],
  ['a prefix of the organisation', { const: 'com.example.order.created' }, 'order.created'],
  ['a subject for one form of the event', { const: 'order.created' }, 'order.created-state'],
  ['no constant', {}, 'order.created'],
])('allows %s', async (_, type, subject) => {
  expect(await typed(type, subject)).toEqual([])
})
