import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import type { BaseRevision } from '../base-revision.ts'
import { checkRule, type Files, toTexts } from '../testing/check-rule.ts'
import { orderCreated } from '../testing/sample-subject.ts'
import { releasedVersionChanged } from './released-version-changed.ts'

const file = 'schemas/orders/order.created/1.0.0.json'

function baseOf(files: Files): BaseRevision {
  const texts = new Map(Object.entries(toTexts(files)))
  const blobs = [...texts].map(([path, text]) => [path, blobId(text)] as const)
  return { label: 'main', blobs: new Map(blobs), read: () => Promise.resolve(texts) }
}

function blobId(text: string): string {
  return createHash('sha1')
    .update(`blob ${Buffer.byteLength(text)}\0${text}`)
    .digest('hex')
}

function changed(before: object, now: object, version = '1.0.0'): Promise<readonly string[]> {
  return checkRule(
    releasedVersionChanged,
    orderCreated({ [version]: now }),
    baseOf(orderCreated({ [version]: before })),
  )
}

test('reports what a released version says otherwise, at the place', async () => {
  const properties = { total: { type: 'integer' }, note: { type: 'string' } }
  expect(await changed({}, { properties })).toEqual([
    `${file}#/properties/total/type error: ${file} is released in "main" and now differs at "/properties/total/type"`,
  ])
})

test.each([
  ['a property that is taken away', {}, { properties: { total: { type: 'number' } } }],
  [
    'a property that is called like an annotation',
    {},
    { properties: { total: { type: 'number' }, note: { type: 'string' }, description: {} } },
  ],
  ['another title', {}, { title: 'OrderPlaced' }],
  [
    'another place in the envelope',
    { 'x-concordat-envelope': { id: '/id' } },
    { 'x-concordat-envelope': { id: '/key' } },
  ],
])('reports %s', async (_, before, now) => {
  expect(await changed(before, now)).toHaveLength(1)
})

test.each([
  ['nothing changed', {}, {}],
  [
    'words, examples and own annotations',
    {},
    { description: 'x', examples: [], deprecated: true, 'x-owner': 'sales' },
  ],
])('allows %s', async (_, before, now) => {
  expect(await changed(before, now)).toEqual([])
})

test('allows another layout of the file', async () => {
  const files = orderCreated({ '1.0.0': {} })
  const minified = Object.fromEntries(
    Object.entries(files).map(([path, value]) => [path, JSON.stringify(value)]),
  )
  expect(await checkRule(releasedVersionChanged, minified, baseOf(files))).toEqual([])
})

test('allows pre-releases and new versions to be written as one likes', async () => {
  expect(await changed({}, { type: 'string' }, '2.0.0-rc.1')).toEqual([])
  const files = orderCreated({ '1.0.0': {}, '1.1.0': {} })
  expect(await checkRule(releasedVersionChanged, files, baseOf(orderCreated({ '1.0.0': {} })))).toEqual([])
})

test('says nothing without a base, or where the base is broken', async () => {
  const files = orderCreated({ '1.0.0': {} })
  expect(await checkRule(releasedVersionChanged, files)).toEqual([])
  expect(await checkRule(releasedVersionChanged, files, baseOf({ [file]: '{' }))).toEqual([])
})
