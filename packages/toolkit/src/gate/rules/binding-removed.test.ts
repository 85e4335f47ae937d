import { expect, test } from 'vitest'
import { checkBothWays } from '../testing/check-contract-rule.ts'
import { onRabbit, without } from '../testing/samples.ts'
import { bindingRemoved } from './binding-removed.ts'

const bound = (...keys: readonly string[]) =>
  onRabbit({ bindings: keys.map((routingKey) => ({ exchange: 'orders', routingKey })) })

test('reports the binding by which a message came, with the message and the queue', async () => {
  expect(
    await checkBothWays(bindingRemoved, bound('order.created', 'order.deleted'), bound('order.deleted')),
  ).toEqual({
    there: [
      'breaking channel bus/crm: The binding of queue "crm" to exchange "orders" by "order.created" is gone, and "OrderCreated" does not arrive in "crm" any more. [consumer bus/crm]',
    ],
    back: [],
  })
})

test('allows to remove a binding by which nothing came, or that another one makes up for', async () => {
  expect(
    (await checkBothWays(bindingRemoved, bound('order.created', 'order.deleted'), bound('order.created')))
      .there,
  ).toEqual([])
  expect(await checkBothWays(bindingRemoved, bound('order.created'), bound('order.#'))).toEqual({
    there: [],
    back: [],
  })
})

test('reports it where the contracts do not say who sends', async () => {
  const [before, now] = [bound('order.created'), bound()].map((files) => without(files, 'shop'))
  expect((await checkBothWays(bindingRemoved, before ?? {}, now ?? {})).there).toEqual([
    'breaking channel bus/crm: The binding of queue "crm" to exchange "orders" by "order.created" is gone, and what came by it does not arrive in "crm" any more. [consumer bus/crm]',
  ])
})

test('leaves it to other rules where the queue is another one', async () => {
  const renamed = onRabbit({ queue: { name: 'crm.v2' } })
  expect(await checkBothWays(bindingRemoved, onRabbit(), renamed)).toEqual({ there: [], back: [] })
})
