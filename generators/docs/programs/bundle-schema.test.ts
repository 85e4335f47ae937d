import { loadCatalog, memorySource } from '@concordat/toolkit/model'
import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { bundleSchema } from './bundle-schema.ts'

const FILES = {
  'schemas/orders/order/1.0.0.json': {
    $id: 'concordat:/orders/order/1.0.0.json',
    $schema: 'http://json-schema.org/draft-07/schema#',
    type: 'object',
    required: ['total', '$ref'],
    properties: {
      total: { $ref: '../../common/money/1.0.0.json' },
      parent: { $ref: '#' },
      lines: { type: 'array', items: [{ $ref: '#/definitions/a b' }] },
      $ref: { const: { $ref: 'no reference' } },
    },
    definitions: { 'a b': { type: 'integer' } },
  },
  'schemas/common/money/1.0.0.json': {
    $schema: 'http://json-schema.org/draft-07/schema#',
    type: 'object',
    required: ['amount'],
    properties: { amount: { type: 'integer' } },
  },
}

async function bundled() {
  const source = memorySource(
    Object.fromEntries(Object.entries(FILES).map(([path, schema]) => [path, JSON.stringify(schema)])),
  )
  const catalog = await loadCatalog(source)
  const version = catalog.subjects.find(({ name }) => name === 'orders/order')?.versions[0]
  return bundleSchema(catalog, version!.schema)
}

describe('a bundled schema', () => {
  it('stands alone and takes what the original takes', async () => {
    const validate = new Ajv({ strict: false }).compile(await bundled())
    const order = { total: { amount: 1 }, $ref: { $ref: 'no reference' } }
    expect(validate(order)).toBe(true)
    expect(validate({ ...order, parent: order, lines: [1] })).toBe(true)
    expect(validate({ ...order, total: {} })).toBe(false)
    expect(validate({ ...order, parent: { ...order, total: {} } })).toBe(false)
    expect(validate({ ...order, lines: ['1'] })).toBe(false)
  })

  it('leaves alone what only looks like a reference', async () => {
    const { properties } = (await bundled()) as unknown as { properties: { $ref: unknown } }
    expect(properties.$ref).toEqual({ const: { $ref: 'no reference' } })
  })

  it('names each schema by what it is', async () => {
    const { $defs } = (await bundled()) as unknown as { $defs: object }
    expect(Object.keys($defs)).toEqual(['common.money.1.0.0', 'orders.order.1.0.0', 'orders.order.1.0.0.a.b'])
  })
})
