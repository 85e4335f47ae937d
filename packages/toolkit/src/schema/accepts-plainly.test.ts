import { describe, expect, it } from 'vitest'
import type { Json } from '../model/catalog.ts'
import { loadCatalog } from '../model/load-catalog.ts'
import { memorySource } from '../model/sources/memory-source.ts'
import { openPlainAcceptance } from './accepts-plainly.ts'
import { SchemaVariants } from './schema-variants.ts'

const path = 'schemas/orders/order.created/1.0.0.json'

async function accepts(schema: object, side: 'read' | 'write', value: Json): Promise<boolean> {
  const catalog = await loadCatalog(memorySource({ [path]: JSON.stringify(schema) }))
  const [subject] = catalog.subjects
  const node = subject?.versions[0]?.schema
  if (node === undefined) throw new Error('there is a version')
  return openPlainAcceptance()(new SchemaVariants(catalog).define(node, side), value)
}

describe('a value is plainly valid', () => {
  const order = {
    properties: { id: { type: 'string', pattern: '^ord_' }, at: { type: 'string', format: 'date-time' } },
    required: ['id'],
  }

  it('where generated code accepts it', async () => {
    expect(await accepts(order, 'write', { id: 'ord_1', at: '2024-01-15T10:30:00Z' })).toBe(true)
  })

  it.each<[string, Json]>([
    ['lacks a property', { at: '2024-01-15T10:30:00Z' }],
    ['fails a pattern', { id: '1' }],
    ['fails a format', { id: 'ord_1', at: '2024-02-30T10:30:00Z' }],
    ['has what a publisher may not send', { id: 'ord_1', more: 1 }],
  ])('unless it %s', async (_, value) => {
    expect(await accepts(order, 'write', value)).toBe(false)
  })

  it('with an undeclared property on the side of the consumer', async () => {
    expect(await accepts(order, 'read', { id: 'ord_1', more: 1 })).toBe(true)
  })
})

describe('compiled code decides', () => {
  it.each<[string, object, Json]>([
    ['about multiples, which it takes from binary numbers', { multipleOf: 0.1 }, 0.3],
    ['about a pattern that takes long', { not: { pattern: '^(a+)+$' } }, 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaab'],
    ['about properties that every object inherits', { properties: { constructor: { type: 'string' } } }, {}],
  ])('%s', async (_, schema, value) => {
    expect(await accepts(schema, 'read', value)).toBe(false)
  })
})
