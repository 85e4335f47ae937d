import { describe, expect, it } from 'vitest'
import type { Json, JsonObject, Node } from '../model/catalog.ts'
import { loadCatalog } from '../model/load-catalog.ts'
import { memorySource } from '../model/sources/memory-source.ts'
import { createSchemaChecker, type SchemaChecker } from './schema-checker.ts'

/** A checker over schema files; each becomes a version of the subject `t/<name>`. */
async function checkerOf(schemas: Readonly<Record<string, Json>>): Promise<{
  readonly checker: SchemaChecker
  readonly schema: (name: string) => Node
}> {
  const files = Object.entries(schemas).map(([name, schema]) => [
    `schemas/t/${name}/1.0.0.json`,
    JSON.stringify(schema),
  ])
  const catalog = await loadCatalog(memorySource(Object.fromEntries(files)))
  const schema = (name: string): Node => {
    const version = catalog.subjects.find((subject) => subject.name === `t/${name}`)?.versions[0]
    if (version === undefined) throw new Error(`no schema ${name}`)
    return version.schema
  }
  return { checker: createSchemaChecker(catalog), schema }
}

interface Verdicts {
  readonly write: boolean
  readonly read: boolean
}

function verdicts(schema: Json, value: Json): Promise<Verdicts> {
  return verdictsOfMain({ main: schema }, value)
}

/** What the schema `main` says. */
async function verdictsOfMain(schemas: Readonly<Record<string, Json>>, value: Json): Promise<Verdicts> {
  const { checker, schema } = await checkerOf(schemas)
  const accepts = async (side: 'read' | 'write'): Promise<boolean> =>
    (await checker.failures(schema('main'), side, value)).length === 0
  return { write: await accepts('write'), read: await accepts('read') }
}

/** `if` and `then`. */
function when(condition: Json, consequence: Json): JsonObject {
  const keywords = { IF: condition, THEN: consequence }
  return Object.fromEntries(Object.entries(keywords).map(([name, schema]) => [name.toLowerCase(), schema]))
}

const a = { type: 'object', properties: { a: { type: 'string' } } }
const b = { type: 'object', properties: { b: { type: 'string' } } }
const both = { write: true, read: true }
const readOnly = { write: false, read: true }

describe('a list of values that may grow', () => {
  const open = { type: 'string', enum: ['a', 'b'], 'x-extensible-enum': true }

  it('holds the publisher and not the consumer', async () => {
    expect(await verdicts(open, 'a')).toEqual(both)
    expect(await verdicts(open, 'c')).toEqual(readOnly)
    expect(await verdicts(open, 1)).toEqual({ write: false, read: false })
  })

  it('may stand under the extension itself', async () => {
    expect(await verdicts({ type: 'string', 'x-extensible-enum': ['a', 'b'] }, 'c')).toEqual(readOnly)
  })

  it('is open wherever it describes a value, through references too', async () => {
    const schemas = {
      main: { properties: { kind: { $ref: '../kind/1.0.0.json' }, list: { items: open } } },
      kind: open,
    }
    expect(await verdictsOfMain(schemas, { kind: 'a', list: ['b'] })).toEqual(both)
    expect(await verdictsOfMain(schemas, { kind: 'c' })).toEqual(readOnly)
    expect(await verdictsOfMain(schemas, { list: ['c'] })).toEqual(readOnly)
  })

  it('stays closed where a schema only asks whether it holds', async () => {
    expect(await verdicts({ not: open }, 'c')).toEqual(both)
    expect(await verdicts(when(open, false), 'c')).toEqual(both)
    expect(await verdicts({ contains: open }, ['c'])).toEqual({ write: false, read: false })
  })

  it('is closed where it has one value or the extension says no', async () => {
    expect(await verdicts({ enum: ['a'], 'x-extensible-enum': true }, 'c')).toEqual({
      write: false,
      read: false,
    })
    expect(await verdicts({ enum: ['a', 'b'], 'x-extensible-enum': false }, 'c')).toEqual({
      write: false,
      read: false,
    })
  })
})

describe('an object that does not speak of additional properties', () => {
  it('is closed when written and open when read', async () => {
    expect(await verdicts(a, { a: 'x' })).toEqual(both)
    expect(await verdicts(a, { a: 'x', other: 1 })).toEqual(readOnly)
  })

  it('is closed wherever a value stands', async () => {
    const schema = {
      properties: { list: { type: 'array', items: a }, map: { additionalProperties: a }, one: a },
    }
    expect(await verdicts(schema, { list: [{ a: 'x' }], map: { k: { a: 'x' } }, one: { a: 'x' } })).toEqual(
      both,
    )
    expect(await verdicts(schema, { list: [{ a: 'x' }, { other: 1 }] })).toEqual(readOnly)
    expect(await verdicts(schema, { one: { other: 1 } })).toEqual(readOnly)
  })

  it('stays open where it declares no property', async () => {
    expect(await verdicts({ type: 'object' }, { any: 1 })).toEqual(both)
    expect(await verdicts({ type: 'object', required: ['any'] }, { any: 1 })).toEqual(both)
    expect(await verdicts({}, { any: 1 })).toEqual(both)
  })

  it('stays as it says where it speaks', async () => {
    expect(await verdicts({ ...a, additionalProperties: true }, { other: 1 })).toEqual(both)
    expect(await verdicts({ ...a, additionalProperties: { type: 'number' } }, { other: 1 })).toEqual(both)
    expect(await verdicts({ ...a, additionalProperties: false }, { other: 1 })).toEqual({
      write: false,
      read: false,
    })
    expect(
      await verdicts({ ...a, additionalProperties: true, properties: { in: a } }, { in: { x: 1 } }),
    ).toEqual(readOnly)
  })

  it('takes names that match a declared pattern', async () => {
    const schema = { ...a, patternProperties: { '^x-': { type: 'number' } } }
    expect(await verdicts(schema, { a: 'x', 'x-1': 1 })).toEqual(both)
    expect(await verdicts(schema, { a: 'x', y: 1 })).toEqual(readOnly)
  })
})

describe('schemas that describe one object together', () => {
  it.each([
    ['allOf', { allOf: [a, b] }],
    ['anyOf', { anyOf: [a, b] }],
    ['a branch', { ...a, ...when({ required: ['a'] }, b) }],
    ['a dependent schema', { ...a, dependentSchemas: { a: b } }],
  ])('are closed over all their names: %s', async (_, schema) => {
    expect(await verdicts(schema, { a: 'x', b: 'y' })).toEqual(both)
    expect(await verdicts(schema, { a: 'x', c: 'y' })).toEqual(readOnly)
  })

  it('are open where one of them is', async () => {
    expect(await verdicts({ allOf: [a, { ...b, additionalProperties: true }] }, { c: 1 })).toEqual(both)
  })

  it('share the parts that several of them describe', async () => {
    const schema = { allOf: [{ properties: { in: a } }, { properties: { in: b } }] }
    expect(await verdicts(schema, { in: { a: 'x', b: 'y' } })).toEqual(both)
    expect(await verdicts(schema, { in: { c: 1 } })).toEqual(readOnly)
  })

  it('never make a value valid that one of them alone refuses', async () => {
    const schema = { oneOf: [{ properties: { in: a } }, { properties: { in: { type: 'object' } } }] }
    // Read: both branches match. Closing inside the first one would leave the second, and the value would pass.
    expect(await verdicts(schema, { in: { c: 1 } })).toEqual({ write: false, read: false })
  })

  it('do not count where they only ask', async () => {
    const schema = {
      properties: { in: b },
      ...when({ properties: { in: a }, required: ['in'] }, { required: ['so'] }),
      not: { required: ['no'] },
    }
    expect(await verdicts({ ...schema, properties: { in: b, so: {} } }, { in: { b: 'y' }, so: 1 })).toEqual(
      both,
    )
    expect(
      await verdicts(
        { not: { properties: { a: { properties: { b: {} }, required: ['c'] } }, required: ['a'] } },
        { x: 1 },
      ),
    ).toEqual(both)
  })

  it('count across files', async () => {
    const envelope = {
      type: 'object',
      properties: { id: { type: 'string' }, data: { type: 'object' } },
      required: ['id'],
    }
    const data = { type: 'object', properties: { n: { type: 'number' } } }
    const main = {
      allOf: [{ $ref: '../envelope/1.0.0.json' }, { properties: { data: { $ref: '../data/1.0.0.json' } } }],
    }
    const accept = (value: Json): Promise<object> => verdictsOfMain({ main, envelope, data }, value)
    expect(await accept({ id: 'x', data: { n: 1 } })).toEqual(both)
    expect(await accept({ id: 'x', data: { n: 1, m: 1 } })).toEqual(readOnly)
    expect(await accept({ id: 'x', extra: 1 })).toEqual(readOnly)
  })
})

describe('references', () => {
  it('may lead back to the schema itself', async () => {
    const tree = {
      properties: { name: { type: 'string' }, children: { type: 'array', items: { $ref: '#' } } },
    }
    expect(await verdicts(tree, { children: [{ children: [{ name: 'x' }] }] })).toEqual(both)
    expect(await verdicts(tree, { children: [{ children: [{ nome: 'x' }] }] })).toEqual(readOnly)
    expect(await verdicts(tree, { children: [{ name: 1 }] })).toEqual({ write: false, read: false })
  })

  it('hide what stands beside them up to draft-07 and add to it from 2019-09 on', async () => {
    const schema = {
      definitions: { s: { type: 'string' } },
      properties: { p: { $ref: '#/definitions/s', maxLength: 1 } },
    }
    const of = ($schema: string): Json => ({ $schema, ...schema })
    expect(await verdicts(of('http://json-schema.org/draft-07/schema#'), { p: 'long' })).toEqual(both)
    expect(await verdicts(of('https://json-schema.org/draft/2019-09/schema'), { p: 'long' })).toEqual({
      write: false,
      read: false,
    })
  })

  it('name anchors and properties, too', async () => {
    const schema = { properties: { a: { type: 'integer' }, b: { $ref: '#/properties/a' } } }
    expect((await verdicts(schema, { b: 1.5 })).read).toBe(false)
  })
})

describe('drafts', () => {
  it.each<[string, Json, Json, boolean]>([
    ['04: exclusiveMinimum is a flag', { minimum: 1, exclusiveMinimum: true }, 1, false],
    ['04: exclusiveMinimum is a flag', { minimum: 1, exclusiveMinimum: false }, 1, true],
    ['07: items by position', { items: [{ type: 'string' }], additionalItems: false }, ['a', 1], false],
    ['07: dependencies', { dependencies: { a: ['b'] } }, { a: 1 }, false],
    [
      '07: if, then, else',
      { ...when({ type: 'string' }, { minLength: 2 }), else: { type: 'number' } },
      'a',
      false,
    ],
    ['2019: dependentRequired', { dependentRequired: { a: ['b'] } }, { a: 1 }, false],
    ['2019: maxContains', { contains: { type: 'number' }, maxContains: 1 }, [1, 2], false],
    ['2019: unevaluatedProperties', { allOf: [a], unevaluatedProperties: false }, { c: 1 }, false],
    [
      '2020: prefixItems',
      { prefixItems: [{ type: 'string' }], items: { type: 'number' } },
      ['a', 'b'],
      false,
    ],
    ['2020: prefixItems', { prefixItems: [{ type: 'string' }], items: false }, ['a', 1], false],
    ['booleans', { properties: { a: false } }, { a: 1 }, false],
  ])('%s', async (_, schema, value, expected) => {
    expect((await verdicts(schema, value)).read).toBe(expected)
  })
})

describe('values', () => {
  it.each<[string, Json, Json, boolean]>([
    ['decimal multiples', { multipleOf: 0.01 }, 19.99, true],
    ['decimal multiples', { multipleOf: 0.01 }, 19.995, false],
    ['decimal multiples', { multipleOf: 0.01 }, 45_000_000.01, true],
    ['whole multiples', { multipleOf: 3 }, 9, true],
    ['whole multiples', { multipleOf: 3 }, 1e21, false],
    ['multiples of a fraction with several digits', { multipleOf: 0.25 }, 0.3, false],
    ['exact dates', { format: 'date' }, '2026-02-30', false],
    ['formats that nobody knows', { format: 'int64' }, 'x', true],
    ['characters, not UTF-16 units', { maxLength: 1 }, '🧾', true],
    ['patterns with the flag u', { pattern: '^.$' }, '🧾', true],
    ['objects as constants', { const: { a: [1] } }, { a: [1] }, true],
    ['objects as constants', { const: { a: [1] } }, { a: [2] }, false],
    ['lists of values', { enum: [1, null, { a: 1 }] }, { a: 1 }, true],
  ])('%s: %j and %j', async (_, schema, value, expected) => {
    expect((await verdicts(schema, value)).read).toBe(expected)
  })

  it.each(['constructor', 'toString', 'hasOwnProperty', 'valueOf'])(
    'may have a property called %s',
    async (name) => {
      const schema = { type: 'object', properties: { [name]: { type: 'string' } }, required: [name] }
      expect(await verdicts(schema, { [name]: 'x' })).toEqual(both)
      expect((await verdicts(schema, {})).read).toBe(false)
      expect((await verdicts({ properties: { [name]: { type: 'string' } } }, {})).read).toBe(true)
    },
  )
})

it('refuses schemas that overlap without end', async () => {
  // Lists of coprime lengths that lead back to themselves: the sets of schemas that meet are the product of the lengths.
  const ring = (name: string, length: number): JsonObject =>
    Object.fromEntries(
      Array.from({ length }, (_, index) => [
        `${name}${index}`,
        { properties: { next: { $ref: `#/definitions/${name}${(index + 1) % length}` } } },
      ]),
    )
  const lengths = [7, 11, 13, 17, 19]
  const definitions = Object.assign({}, ...lengths.map((length) => ring(`r${length}_`, length)))
  const schema = { definitions, allOf: lengths.map((length) => ({ $ref: `#/definitions/r${length}_0` })) }
  await expect(verdicts(schema, {})).rejects.toThrow('overlap in so many ways')
})
