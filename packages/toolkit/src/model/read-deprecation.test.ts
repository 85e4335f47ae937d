import { expect, test } from 'vitest'
import type { Message } from './catalog.ts'
import { loadCatalog } from './load-catalog.ts'
import { memorySource } from './sources/memory-source.ts'

async function messageWith(members: object): Promise<Message> {
  const text = JSON.stringify({
    asyncapi: '3.0.0',
    info: { title: 'T', version: '1.0.0' },
    channels: { orders: { address: 'orders', messages: { created: members } } },
  })
  const catalog = await loadCatalog(memorySource({ 'asyncapi/shop/orders.json': text }))
  return catalog.systems[0]?.messages[0] as Message
}

const nothingSaid = { since: undefined, removal: undefined, successor: undefined }

test.each([
  [{}, false, undefined],
  [{ deprecated: false }, false, undefined],
  [{ deprecated: true }, true, nothingSaid],
  [{ 'x-deprecated': true }, true, nothingSaid],
  [{ 'x-deprecated': {} }, true, nothingSaid],
  [
    { 'x-deprecated': { since: '2026-11-01', removal: '2028-02-29', successor: 'OrderPlaced' } },
    true,
    { since: '2026-11-01', removal: '2028-02-29', successor: 'OrderPlaced' },
  ],
])('%j is deprecated: %s', async (members, deprecated, deprecation) => {
  expect(await messageWith(members)).toMatchObject({ deprecated, deprecation })
})

test.each([
  [{ removal: '2027-02-29' }, /removal must be a day, such as 2027-01-31, not "2027-02-29"/],
  [{ removal: 'soon' }, /removal must be a day/],
  [{ remove: '2027-01-31' }, /remove is not a member of x-deprecated/],
  ['yes', /x-deprecated must be true, false or an object, not "yes"/],
])('refuses x-deprecated: %j', async (details, message) => {
  await expect(messageWith({ 'x-deprecated': details })).rejects.toThrow(message)
})
