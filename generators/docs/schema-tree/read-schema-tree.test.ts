import { describe, expect, it } from 'vitest'
import type { SchemaTree } from './schema-tree.ts'
import { at, factsOf, partsOf, treeOf } from './testing/tree-of.ts'
import { plainText } from './words.ts'

const MONEY = {
  title: 'Money',
  description: 'An amount.',
  type: 'object',
  required: ['amount'],
  properties: { amount: { type: 'integer', minimum: 0 }, currency: { type: 'string' } },
}

describe('properties', () => {
  it('tells type, whether required, null, format, bounds, default and examples', async () => {
    const tree = await treeOf({
      type: 'object',
      required: ['id'],
      properties: {
        id: { type: 'string', format: 'uuid', minLength: 1, maxLength: 64, pattern: '^o' },
        note: { type: ['string', 'null'], default: null, examples: ['a', 'b'] },
        share: { type: 'number', exclusiveMinimum: 0, maximum: 1, multipleOf: 0.1 },
        tags: { type: 'array', items: { type: 'string' }, minItems: 1, maxItems: 1, uniqueItems: true },
        old: { type: 'string', deprecated: true, readOnly: true, writeOnly: true },
      },
      additionalProperties: false,
    })
    expect(partsOf(tree).get('id')?.isRequired).toBe(true)
    expect(partsOf(tree).get('note')?.isRequired).toBe(false)
    expect(factsOf(at(tree, 'id'))).toEqual(['format: uuid', 'length: 1 to 64', 'pattern: ^o'])
    expect(at(tree, 'note')).toMatchObject({ types: ['string'], isNullable: true })
    expect(factsOf(at(tree, 'note'))).toEqual(['default: null', 'examples: "a" or "b"'])
    expect(factsOf(at(tree, 'share'))).toEqual(['range: more than 0, at most 1', 'multiple of: 0.1'])
    expect(factsOf(at(tree, 'tags'))).toEqual(['size: exactly 1 item', 'no two items alike'])
    expect(at(tree, 'old').marks).toEqual(['deprecated', 'read only', 'write only'])
    expect(factsOf(tree)).toEqual(['no other properties'])
  })

  it('shows ["string", "null"], a null in oneOf and a null in anyOf as nullable', async () => {
    const tree = await treeOf({
      properties: {
        list: { type: ['string', 'null'] },
        one: { oneOf: [{ type: 'null' }, { type: 'object', properties: { a: { type: 'string' } } }] },
        any: { anyOf: [{ $ref: '#/definitions/Money' }, { type: 'null' }] },
        two: { anyOf: [{ type: 'string' }, { type: 'integer' }, { type: 'null' }] },
        never: { type: 'string', anyOf: [{ type: 'string' }, { type: 'null' }] },
        only: { type: 'null' },
      },
      definitions: { Money: MONEY },
    })
    expect(at(tree, 'list')).toMatchObject({ types: ['string'], isNullable: true })
    expect(at(tree, 'one')).toMatchObject({ types: ['object'], isNullable: true })
    expect(at(tree, 'one', 'a').types).toEqual(['string'])
    expect(at(tree, 'any')).toMatchObject({ types: ['object'], isNullable: true })
    expect(at(tree, 'any').references[0]?.name).toBe('Money')
    expect(at(tree, 'two')).toMatchObject({ isNullable: true })
    expect(at(tree, 'two').groups[0]?.parts).toHaveLength(2)
    expect(at(tree, 'never').isNullable).toBe(false)
    expect(at(tree, 'only')).toMatchObject({ types: ['null'], isNullable: false })
  })

  it('keeps properties called constructor and __proto__', async () => {
    const tree = await treeOf(
      '{"type":"object","required":["__proto__"],"properties":{"constructor":{"type":"string"},"__proto__":{"type":"object","properties":{"toString":{"type":"integer"}}}}}',
    )
    expect(at(tree, 'constructor').types).toEqual(['string'])
    expect(partsOf(tree).get('__proto__')?.isRequired).toBe(true)
    expect(at(tree, '__proto__', 'toString').types).toEqual(['integer'])
  })

  it('shows patterns of names, other properties, and rules about names', async () => {
    const tree = await treeOf({
      type: 'object',
      properties: { a: { type: 'string' } },
      patternProperties: { '^x-': { type: 'integer' } },
      additionalProperties: { type: 'boolean' },
      propertyNames: { maxLength: 20 },
      dependentRequired: { a: ['b', 'c'] },
      required: ['b'],
      minProperties: 1,
    })
    expect(at(tree, 'any name like ^x-').types).toEqual(['integer'])
    expect(at(tree, 'any other name').types).toEqual(['boolean'])
    expect(factsOf(tree)).toEqual([
      'size: at least 1 property',
      'must have b',
      'of each property name: it has at most 20 characters',
      'with a also b and c',
    ])
  })

  it('tells of values that are listed, fixed or may grow', async () => {
    const tree = await treeOf({
      properties: {
        many: { enum: Array.from({ length: 300 }, (_, index) => `value-${index}`) },
        fixed: { const: 'card' },
        open: { type: 'string', 'x-extensible-enum': ['new', 'old'] },
        marked: { type: 'string', enum: ['new', 'old'], 'x-extensible-enum': true },
        both: { allOf: [{ enum: [1, 2, 3] }, { enum: [2, 3, 4] }] },
      },
    })
    expect(at(tree, 'many').values?.values).toHaveLength(300)
    expect(at(tree, 'fixed').values).toEqual({ values: ['card'], isOpen: false })
    expect(at(tree, 'open').values).toEqual({ values: ['new', 'old'], isOpen: true })
    expect(at(tree, 'marked').values).toEqual({ values: ['new', 'old'], isOpen: true })
    expect(at(tree, 'both').values).toEqual({ values: [2, 3], isOpen: false })
  })

  it('reads true as anything and false as nothing', async () => {
    const tree = await treeOf({ properties: { any: true, none: false } })
    expect(at(tree, 'any').types).toEqual([])
    expect(at(tree, 'none').types).toEqual(['never'])
  })
})

describe('allOf', () => {
  it('merges properties, the tightest bounds, and what is required elsewhere', async () => {
    const tree = await treeOf({
      allOf: [
        { type: 'object', properties: { id: { type: 'string', minLength: 2 }, a: { type: 'string' } } },
        { required: ['id'], properties: { id: { minLength: 5, description: 'Its name.' } } },
        { $ref: '#/definitions/Money' },
      ],
      definitions: { Money: MONEY },
    })
    expect([...partsOf(tree).keys()]).toEqual(['id', 'a', 'amount', 'currency'])
    expect(partsOf(tree).get('id')?.isRequired).toBe(true)
    expect(partsOf(tree).get('amount')?.isRequired).toBe(true)
    expect(factsOf(at(tree, 'id'))).toEqual(['length: at least 5'])
    expect(at(tree, 'id').description).toBe('Its name.')
    expect(tree.references.map(({ name }) => name)).toEqual(['Money'])
  })

  it('takes an integer for a number that is whole, and finds nothing where types exclude each other', async () => {
    const tree = await treeOf({
      properties: {
        whole: { allOf: [{ type: 'number' }, { type: 'integer' }] },
        none: { allOf: [{ type: 'string' }, { type: 'integer' }] },
      },
    })
    expect(at(tree, 'whole').types).toEqual(['integer'])
    expect(at(tree, 'none').types).toEqual(['never'])
  })
})

describe('$ref', () => {
  const files = { 'schemas/common/money/2.0.0.json': JSON.stringify(MONEY) }
  const ref = '../../common/money/2.0.0.json'

  it('is named for the version of a subject that it leads to', async () => {
    const tree = await treeOf({ properties: { total: { $ref: ref } } }, files)
    const total = at(tree, 'total')
    expect(total.references).toMatchObject([{ name: 'common/money 2.0.0', isRecursive: false }])
    expect(total.references[0]?.target.file).toBe('schemas/common/money/2.0.0.json')
    expect(total.description).toBe('An amount.')
    expect([...partsOf(total).keys()]).toEqual(['amount', 'currency'])
  })

  it('keeps what is said beside it, and says which rules have no effect there', async () => {
    const schema = {
      properties: { total: { $ref: ref, description: 'What is due.', required: ['currency'] } },
    }
    const old = await treeOf({ $schema: 'http://json-schema.org/draft-07/schema#', ...schema }, files)
    expect(at(old, 'total').description).toBe('What is due.')
    expect(factsOf(at(old, 'total'))).toEqual(['without effect beside a reference: required'])
    expect(partsOf(at(old, 'total')).get('currency')?.isRequired).toBe(false)
    const now = await treeOf({ $schema: 'https://json-schema.org/draft/2020-12/schema', ...schema }, files)
    expect(partsOf(at(now, 'total')).get('currency')?.isRequired).toBe(true)
    expect(factsOf(at(now, 'total'))).toEqual([])
  })

  it('names a schema inside of itself and does not repeat it', async () => {
    const tree = await treeOf({
      title: 'Category',
      type: 'object',
      properties: {
        name: { type: 'string' },
        parent: { $ref: '#' },
        children: { type: 'array', items: { $ref: '#' } },
        wrapped: { allOf: [{ $ref: '#' }], description: 'Beside it.' },
      },
    })
    for (const inner of [at(tree, 'parent'), at(tree, 'children', 'each item'), at(tree, 'wrapped')]) {
      expect(inner.references).toMatchObject([{ name: 'test/subject 1.0.0', isRecursive: true }])
      expect(inner.groups).toEqual([])
    }
    expect(at(tree, 'wrapped').description).toBe('Beside it.')
  })

  it('ends types that contain each other', async () => {
    const tree = await treeOf({
      $ref: '#/definitions/A',
      definitions: {
        A: { type: 'object', properties: { b: { $ref: '#/definitions/B' } } },
        B: { type: 'object', properties: { a: { oneOf: [{ type: 'null' }, { $ref: '#/definitions/A' }] } } },
      },
    })
    expect(at(tree, 'b').references[0]).toMatchObject({ name: 'B', isRecursive: false })
    expect(at(tree, 'b', 'a')).toMatchObject({
      isNullable: true,
      references: [{ name: 'A', isRecursive: true }],
      groups: [],
    })
  })
})

describe('alternatives', () => {
  const CARD = { type: 'object', properties: { type: { const: 'card' }, number: { type: 'string' } } }
  const CASH = { type: 'object', properties: { type: { enum: ['cash'] }, till: { type: 'integer' } } }

  it('names a const-tagged union by its tag', async () => {
    const tree = await treeOf({ oneOf: [CARD, { allOf: [CASH, { required: ['till'] }] }] })
    expect(plainText(tree.groups[0]?.heading ?? [])).toBe('exactly one of these, told apart by type')
    expect([...partsOf(tree).keys()]).toEqual(['type "card"', 'type "cash"'])
    expect(partsOf(at(tree, 'type "cash"')).get('till')?.isRequired).toBe(true)
  })

  it('names alternatives by the discriminator of AsyncAPI and by that of OpenAPI', async () => {
    const definitions = { Cat: { properties: { kind: { type: 'string' } } }, Dog: { type: 'object' } }
    const oneOf = [{ $ref: '#/definitions/Cat' }, { $ref: '#/definitions/Dog' }]
    const tree = await treeOf({ discriminator: 'kind', oneOf, definitions })
    expect([...partsOf(tree).keys()]).toEqual(['kind "Cat"', 'kind "Dog"'])
    const mapping = { cat: '#/definitions/Cat' }
    const mapped = await treeOf({ discriminator: { propertyName: 'kind', mapping }, oneOf, definitions })
    expect([...partsOf(mapped).keys()]).toEqual(['kind "cat"', 'kind "Dog"'])
  })

  it('names them by reference, by title, by value or by number where nothing tags them', async () => {
    const tree = await treeOf({
      anyOf: [{ $ref: '#/definitions/Cat' }, { title: 'A dog' }, { const: 3 }, { type: 'array' }],
      definitions: { Cat: { type: 'object' } },
    })
    expect(plainText(tree.groups[0]?.heading ?? [])).toBe('one or more of these')
    expect([...partsOf(tree).keys()]).toEqual(['Cat', 'A dog', '3', 'alternative 4'])
  })

  it('shows oneOf, anyOf and allOf nested in the items of an array', async () => {
    const tree = await treeOf({
      type: 'array',
      items: {
        allOf: [
          { type: 'object', required: ['id'], properties: { id: { type: 'string' } } },
          { oneOf: [CARD, CASH] },
          { anyOf: [{ required: ['a'] }, { required: ['b'] }] },
        ],
      },
    })
    const each = at(tree, 'each item')
    expect(each.groups.map(({ kind }) => kind)).toEqual(['properties', 'oneOf', 'anyOf'])
    expect(partsOf(each).get('id')?.isRequired).toBe(true)
    expect(at(each, 'type "card"', 'number').types).toEqual(['string'])
    expect(factsOf(at(each, 'alternative 1'))).toEqual(['must have a'])
  })
})

describe('items', () => {
  it('shows tuples of both forms by place', async () => {
    const [string, integer] = [{ type: 'string' }, { type: 'integer' }]
    const old = await treeOf({ type: 'array', items: [string, integer], additionalItems: false, minItems: 1 })
    expect([...partsOf(old).keys()]).toEqual(['item 1', 'item 2'])
    expect(partsOf(old).get('item 1')?.isRequired).toBe(true)
    expect(partsOf(old).get('item 2')?.isRequired).toBe(false)
    expect(factsOf(old)).toContain('no further items')
    const now = await treeOf({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'array',
      prefixItems: [string],
      items: integer,
      contains: { const: 7 },
      minContains: 2,
    })
    expect([...partsOf(now).keys()]).toEqual(['item 1', 'each further item', 'at least 2 items'])
  })
})

describe('conditions', () => {
  it('tells if, then and else in words', async () => {
    const tree = await treeOf({
      properties: { kind: { type: 'string' } },
      if: { required: ['kind'], properties: { kind: { const: 'card' }, amount: { minimum: 5 } } },
      // oxlint-disable-next-line unicorn/no-thenable -- it is the keyword
      then: { required: ['number'], properties: { number: { type: 'string' } } },
      else: { properties: { number: false } },
    })
    const label = 'where kind is "card" and amount is at least 5 or absent'
    expect(partsOf(at(tree, label)).get('number')?.isRequired).toBe(true)
    expect(at(tree, 'otherwise', 'number').types).toEqual(['never'])
  })

  it('tells not, and what depends on a property', async () => {
    const tree = await treeOf({
      not: { anyOf: [{ required: ['a', 'b'] }, { properties: { c: { type: ['string', 'null'] } } }] },
      dependencies: { a: ['b'], c: { required: ['d'] } },
    })
    expect(factsOf(tree)).toContain(
      'not allowed: a is present and b is present or c is of type string or null or absent',
    )
    expect(factsOf(tree)).toContain('with a also b')
    expect(factsOf(at(tree, 'where c is present'))).toEqual(['must have d'])
  })
})

describe('size', () => {
  it('shows twelve levels of nesting', async () => {
    const levels = Array.from({ length: 12 }, (_, index) => `level${index}`)
    const schema = levels.reduceRight<object>((inner, name) => ({ properties: { [name]: inner } }), {
      type: 'integer',
    })
    expect(at(await treeOf(schema), ...levels).types).toEqual(['integer'])
  })

  it('cuts a tree that grows with each level at its deepest parts, and says so', async () => {
    const names = ['a', 'b', 'c', 'd', 'e']
    const level = (index: number): object => ({
      properties: Object.fromEntries(names.map((name) => [name, { $ref: `#/definitions/L${index + 1}` }])),
    })
    const definitions = Object.fromEntries(
      Array.from({ length: 12 }, (_, index) => [`L${index}`, level(index)]),
    )
    const tree = await treeOf({
      $ref: '#/definitions/L0',
      definitions: { ...definitions, L12: { type: 'string' } },
    })
    expect(at(tree, 'e', 'e').isCut).toBe(false)
    expect(at(tree, 'e', 'e', 'e').isCut).toBe(true)
    expect(listPaths(tree)).toHaveLength(400)
  })

  it('gives each part a path of its own', async () => {
    const paths = listPaths(
      await treeOf({
        properties: {
          a: { properties: { b: true } },
          'a.b': true,
          list: { items: { properties: { b: true } } },
        },
        oneOf: [{ properties: { c: true } }, { properties: { c: true } }],
        anyOf: [{ properties: { c: true } }, { properties: { c: true } }],
      }),
    )
    expect(paths).toEqual(expect.arrayContaining(['a.b', '["a.b"]', 'list[].b', '(0.0).c', '(1.0).c']))
    expect(new Set(paths).size).toBe(paths.length)
  })
})

describe('what is no schema', () => {
  const wrong = [5, 'text', null, true, [], [1], {}, { a: 1 }, [{}], { '': null }, { type: 7 }]
  const keywords =
    'type properties required items prefixItems additionalItems contains minContains allOf oneOf anyOf not if then ' +
    'else enum const format pattern minLength maximum exclusiveMaximum multipleOf additionalProperties ' +
    'patternProperties propertyNames dependencies dependentRequired dependentSchemas discriminator examples default ' +
    'deprecated title description x-extensible-enum unevaluatedProperties'

  it.each(keywords.split(' '))('is passed over under %s', async (keyword) => {
    for (const value of wrong)
      await expect(
        treeOf({ if: {}, properties: { a: { [keyword]: value } }, [keyword]: value }),
      ).resolves.toBeDefined()
  })
})

function listPaths({ groups }: SchemaTree): readonly string[] {
  return groups.flatMap(({ parts }) => parts.flatMap(({ path, schema }) => [path, ...listPaths(schema)]))
}
