import { expect, it } from 'vitest'
import type { Json } from '../model/catalog.ts'
import { decideContract } from './decide-contract.ts'

const order = { type: 'object', properties: { id: { type: 'string' } } }

async function verdicts(old: Json, proposed: Json): Promise<string> {
  const { backward, forward } = await decideContract(old, proposed)
  return `${backward.kind} ${forward.kind}`
}

it('takes the publisher for strict and the consumer for tolerant', async () => {
  const closed = { ...order, additionalProperties: false }
  expect(await verdicts(order, closed)).toBe('included included')
  expect(await verdicts(closed, { ...order, properties: { ...order.properties, note: {} } })).toBe(
    'included excluded',
  )
})

it('takes formats for assertions', async () => {
  expect(await verdicts({ type: 'string' }, { type: 'string', format: 'date' })).toBe('excluded included')
})

it('says why it cannot decide about schemas that cannot be read', async () => {
  const { backward } = await decideContract({ $ref: 'elsewhere.json' }, order)
  expect(backward).toMatchObject({ kind: 'undecided', reason: expect.stringContaining('elsewhere.json') })
})
