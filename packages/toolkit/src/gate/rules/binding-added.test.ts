import { expect, test } from 'vitest'
import { checkBothWays } from '../testing/check-contract-rule.ts'
import { onRabbit } from '../testing/samples.ts'
import { bindingAdded } from './binding-added.ts'

const bound = (messages: object, ...keys: readonly string[]) =>
  onRabbit({
    queueChannel: { messages },
    bindings: keys.map((routingKey) => ({ exchange: 'orders', routingKey })),
  })

const deleted = { orderDeleted: { name: 'OrderDeleted' } }
const both = { ...deleted, orderCreated: { name: 'OrderCreated' } }

test('reports a message that the queue does not list', async () => {
  expect(
    await checkBothWays(bindingAdded, bound(deleted, 'order.deleted'), bound(deleted, 'order.*')),
  ).toEqual({
    there: [
      'risky channel bus/crm: Queue "crm" is bound to exchange "orders" by "order.*" now, and "OrderCreated" arrives in "crm", which does not list it. [consumer bus/crm]',
    ],
    back: [],
  })
})

test('allows a message that the queue lists, and a binding that brings nothing new', async () => {
  expect(await checkBothWays(bindingAdded, bound(both, 'order.deleted'), bound(both, 'order.*'))).toEqual({
    there: [],
    back: [],
  })
  expect(await checkBothWays(bindingAdded, bound(both, 'order.created'), bound(both, 'order.#'))).toEqual({
    there: [],
    back: [],
  })
})
