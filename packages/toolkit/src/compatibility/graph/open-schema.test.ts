import { describe, expect, it } from 'vitest'
import type { Json } from '../../model/catalog.ts'
import { openSchema } from './open-schema.ts'

const DRAFT_4 = 'http://json-schema.org/draft-04/schema#'
const DRAFT_7 = 'http://json-schema.org/draft-07/schema#'

describe('openSchema', () => {
  it('speaks 2020-12 whatever the draft', () => {
    const node = openSchema({
      $schema: DRAFT_4,
      maximum: 5,
      exclusiveMaximum: true,
      items: [{ type: 'string' }],
      additionalItems: false,
      dependencies: { a: ['b'], c: { required: ['d'] } },
      const: 1,
    })
    expect(node).toMatchObject({ draft: 4, exclusiveMaximum: 5 })
    expect(node.maximum).toBeUndefined()
    expect(node.const).toBeUndefined()
    expect(node.prefixItems?.[0]?.type).toEqual(['string'])
    expect(node.items?.boolean).toBe(false)
    expect(node.dependentRequired?.get('a')).toEqual(['b'])
    expect(node.dependentSchemas?.get('c')?.required).toEqual(['d'])
  })

  it('makes a cycle of a recursive schema', () => {
    const node = openSchema({ properties: { next: { $ref: '#' } } })
    expect(node.properties?.get('next')?.ref).toBe(node)
  })

  it('follows identifiers, anchors and pointers into other resources', () => {
    const node = openSchema({
      $id: 'https://example.com/root.json',
      allOf: [{ $ref: 'part.json#name' }, { $ref: '/part.json' }, { $ref: '#/x-own/a~1b' }],
      $defs: {
        part: { $id: 'part.json', type: 'object', properties: { n: { $anchor: 'name', minLength: 1 } } },
      },
      'x-own': { 'a/b': { minimum: 3 } },
    })
    const [byAnchor, byId, byPointer] = node.allOf?.map(({ ref }) => ref) ?? []
    expect(byAnchor?.minLength).toBe(1)
    expect(byId?.type).toEqual(['object'])
    expect(byPointer?.minimum).toBe(3)
  })

  it('makes a node for each dynamic scope that a subschema is reached in', () => {
    const list = (id: string, item: Json): Json => ({
      $id: id,
      $ref: 'list',
      $defs: { item: { $dynamicAnchor: 'item', ...(item as object) } },
    })
    const node = openSchema({
      $id: 'https://example.com/root',
      anyOf: [{ $ref: 'numbers' }, { $ref: 'words' }],
      $defs: {
        numbers: list('numbers', { type: 'number' }),
        words: list('words', { type: 'string' }),
        list: {
          $id: 'list',
          items: { $dynamicRef: '#item' },
          $defs: { item: { $dynamicAnchor: 'item' } },
        },
      },
    })
    const items = node.anyOf?.map(({ ref }) => ref?.ref?.items?.dynamicRef?.type)
    expect(items).toEqual([['number'], ['string']])
  })

  it('extends a recursive schema of 2019-09', () => {
    const node = openSchema({
      $schema: 'https://json-schema.org/draft/2019-09/schema',
      $id: 'https://example.com/strict',
      $recursiveAnchor: true,
      $ref: 'tree',
      unevaluatedProperties: false,
      $defs: {
        tree: { $id: 'tree', $recursiveAnchor: true, properties: { child: { $recursiveRef: '#' } } },
      },
    })
    expect(node.ref?.properties?.get('child')?.dynamicRef).toBe(node)
  })

  it.each(['http://json-schema.org/draft-07/schema#', 'https://json-schema.org/draft/2020-12/schema'])(
    'knows the metaschema %s',
    (uri) => {
      const metaschema = openSchema({ $ref: uri }).ref
      expect(metaschema?.type).toEqual(['object', 'boolean'])
    },
  )

  it('ignores what stands beside $ref before 2019-09', () => {
    const schema = { $ref: '#/definitions/a', maximum: 1, definitions: { a: { type: 'integer' } } }
    expect(openSchema({ ...schema, $schema: DRAFT_7 }).maximum).toBeUndefined()
    expect(openSchema(schema).maximum).toBe(1)
  })

  it('keeps a name such as __proto__ as data', () => {
    const node = openSchema(JSON.parse('{"properties":{"__proto__":{"type":"string"}}}') as Json)
    expect(node.properties?.get('__proto__')?.type).toEqual(['string'])
    expect(() => openSchema({ $ref: '#/constructor' })).toThrow('where no schema is')
  })

  it.each([
    ['a remote reference', { $ref: 'https://example.com/other' }, 'not in the document'],
    [
      'a recursive reference to anything but the root',
      {
        $schema: 'https://json-schema.org/draft/2019-09/schema',
        $recursiveRef: '#/$defs/a',
        $defs: { a: {} },
      },
      'is not "#"',
    ],
    ['a malformed keyword', { properties: 5 }, 'does not have the form'],
    ['an unknown dialect', { $schema: 'https://example.com/dialect' }, 'not known'],
  ])('refuses %s', (_, schema, reason) => {
    expect(() => openSchema(schema as Json)).toThrow(reason)
  })

  it('refuses a schema that is too deep', () => {
    let deep: Json = {}
    for (let depth = 0; depth < 10_000; depth++) deep = { not: deep }
    expect(() => openSchema(deep)).toThrow('nests more than')
  })
})
