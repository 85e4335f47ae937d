import { loadCatalog, memorySource } from '@concordat/toolkit/model'
import { renderToString } from 'preact-render-to-string'
import { beforeAll, describe, expect, it } from 'vitest'
import { treeOf } from '../schema-tree/testing/tree-of.ts'
import { eventsOf } from '../site/event-entry.ts'
import { fieldChunks } from './field-chunks.ts'
import { fieldIndex } from './field-index.ts'
import { fieldTableStyle } from './field-table-style.ts'
import { fieldTable } from './field-table.ts'
import type { Field } from './field.ts'
import { schemaFields } from './schema-fields.ts'

const HOSTILE = '<img src=x onerror=alert(1)>'

const version = (properties: object, required: readonly string[] = []): string =>
  JSON.stringify({ type: 'object', properties, required })

const CONTRACT = {
  asyncapi: '3.0.0',
  info: { title: 'Shop', version: '1.0.0' },
  channels: {
    orders: {
      address: 'orders',
      messages: {
        created: { name: 'Created', payload: { $ref: './schemas/orders/created/1.1.0.json' } },
        paid: {
          name: 'Paid',
          payload: { type: 'object', properties: { id: { type: 'integer' }, [HOSTILE]: { type: 'string' } } },
        },
        avro: {
          name: 'Avro',
          payload: { schemaFormat: 'application/vnd.apache.avro;version=1.9.0', schema: { type: 'string' } },
        },
      },
    },
  },
  operations: { send: { action: 'send', channel: { $ref: '#/channels/orders' } } },
}

let fields: readonly Field[]

beforeAll(async () => {
  const catalog = await loadCatalog(
    memorySource({
      'shop.json': JSON.stringify(CONTRACT),
      'schemas/orders/created/1.0.0.json': version({ id: { type: 'string' }, old: { type: 'string' } }),
      'schemas/orders/created/1.1.0.json': version({ id: { type: 'string' } }, ['id']),
      'schemas/common/unused/1.0.0.json': version({ unused: { type: 'string' } }),
    }),
  )
  fields = fieldIndex(catalog, catalog.systems.flatMap(eventsOf))
})

describe('the index of fields', () => {
  it('tells types, versions, who writes and who reads each field', () => {
    const told = fields.map(({ path, types, places }) => [
      path,
      types,
      places.map(({ name, versions, isRequired, writers, readers }) =>
        [name, versions.map((each) => each.version), isRequired, writers.length, readers.length].flat(),
      ),
    ])
    expect(told).toEqual([
      [HOSTILE, ['string'], [['Paid', false, 1, 0]]],
      [
        'id',
        ['integer', 'string'],
        [
          ['Paid', false, 1, 0],
          ['orders/created', '1.0.0', '1.1.0', true, 1, 0],
        ],
      ],
      ['old', ['string'], [['orders/created', '1.0.0', false, 0, 0]]],
    ])
  })

  it('shows names of a contract and never obeys them, and marks what has several types', () => {
    const page = renderToString(
      fieldTable(fields, { place: (_, text) => text, application: ({ title }) => title }),
    )
    expect(page).not.toContain('<img')
    expect(page.match(/several types/g)).toHaveLength(1)
    expect(page).toContain('orders/created 1.0.0 – 1.1.0')
    expect(page).toContain('written by Shop')
    const styled = [...fieldTableStyle.matchAll(/\.([a-z][a-z-]+)/g)].map(([, name]) => name ?? '')
    expect(styled.filter((name) => !page.includes(name))).toEqual([])
  })

  it('is cut into chunks by letters', () => {
    const [place] = fields[0]?.places ?? []
    const many = ['a', 'b', 'c.x', 'd'].map((path) => ({ path, types: [], places: [place!, place!] }))
    expect(fieldChunks(many, 4).map(({ title, fields: chunk }) => [title, chunk.length])).toEqual([
      ['a – b', 2],
      ['c – d', 2],
    ])
    expect(fieldChunks(many, 1)).toHaveLength(4)
    expect(fieldChunks([])).toEqual([])
  })
})

it('finds fields in items, maps, alternatives and conditions, each path once', async () => {
  const tree = await treeOf({
    type: 'object',
    required: ['list'],
    properties: {
      list: { type: 'array', items: { required: ['a'], properties: { a: { type: 'string' } } } },
      map: { additionalProperties: { properties: { b: { type: 'string' } } } },
      self: { $ref: '#' },
    },
    oneOf: [
      { required: ['c'], properties: { c: { type: 'string' } } },
      { required: ['c'], properties: { c: { type: 'integer' } } },
    ],
    if: { required: ['self'] },
    else: { properties: { d: { type: 'string' } } },
    anyOf: [{ properties: { d: false } }, {}],
  })
  expect(
    schemaFields(tree).map(({ path, types, isRequired }) => [path, types.join('|'), isRequired]),
  ).toEqual([
    ['list', 'array of object', true],
    ['list[].a', 'string', true],
    ['map', 'object', false],
    ['map{}.b', 'string', false],
    ['self', 'object', false],
    ['c', 'string|integer', false],
    ['d', 'string', false],
  ])
})
