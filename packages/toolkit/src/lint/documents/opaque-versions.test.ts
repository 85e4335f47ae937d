import { describe, expect, it, test } from 'vitest'
import { memoryCache } from '../../cache/testing/memory-cache.ts'
import type { Catalog, Json } from '../../model/catalog.ts'
import { loadCatalog } from '../../model/load-catalog.ts'
import { memorySource } from '../../model/sources/memory-source.ts'
import { keywords } from '../../schema/keywords.ts'
import { lint } from '../lint.ts'
import { asyncapi } from '../rules/asyncapi.ts'
import { checkRule, type Files, toTexts } from '../testing/check-rule.ts'
import { documentKeys } from './document-key.ts'
import { opaqueVersions } from './opaque-versions.ts'
import { documentValidator } from './validate-document.ts'

const channels = 'asyncapi/bus/channels.json'
const version = 'schemas/orders/order.created/1.0.0.json'
const money = 'schemas/common/money/1.0.0.json'

function document(message: object, more: object = {}): object {
  return {
    asyncapi: '3.0.0',
    info: { title: 'bus', version: '1.0.0' },
    channels: { orders: { address: 'orders', messages: { created: message } } },
    ...more,
  }
}

const whole = { payload: { properties: { data: { $ref: `../../${version}` } } } }

function load(files: Files): Promise<Catalog> {
  return loadCatalog(memorySource(toTexts(files)))
}

async function isOpaque(files: Files): Promise<boolean> {
  return opaqueVersions(await load(files)).has(version)
}

describe('a version is opaque to documents', () => {
  it('where it is a part of a payload, and refers only to versions', async () => {
    const schema = { properties: { total: { $ref: '../../common/money/1.0.0.json' } } }
    expect(await isOpaque({ [channels]: document(whole), [version]: schema, [money]: {} })).toBe(true)
  })

  it.each<[string, object]>([
    ['a payload', { payload: { $ref: `../../${version}` } }],
    ['headers', { headers: { $ref: `../../${version}` } }],
    [
      'a payload that states its format',
      {
        payload: {
          schemaFormat: 'application/vnd.aai.asyncapi;version=3.0.0',
          schema: { $ref: `../../${version}` },
        },
      },
    ],
  ])('where it is %s', async (_, message) => {
    expect(await isOpaque({ [channels]: document(message), [version]: {} })).toBe(true)
  })

  it.each<[string, Files]>([
    ['stands where no schema belongs', { [channels]: document({ $ref: `../../${version}` }), [version]: {} }],
    [
      'is referred to in part',
      {
        [channels]: document({ payload: { $ref: `../../${version}#/definitions/id` } }),
        [version]: { definitions: { id: {} } },
      },
    ],
    [
      'refers to a file that is no version',
      {
        [channels]: document(whole),
        [version]: { items: { $ref: '../../common/money/1.0.0.json' } },
        [money]: { items: { $ref: '../../shared.json' } },
        'schemas/shared.json': {},
      },
    ],
    [
      'is in another dialect',
      {
        [channels]: document({
          payload: {
            schemaFormat: 'application/schema+json;version=draft-2020-12',
            schema: { $ref: `../../${version}` },
          },
        }),
        [version]: {},
      },
    ],
    [
      'is used in AsyncAPI 2',
      {
        [channels]: {
          asyncapi: '2.6.0',
          info: { title: 'bus', version: '1.0.0' },
          channels: { orders: { publish: { message: { payload: { $ref: `../../${version}` } } } } },
        },
        [version]: {},
      },
    ],
  ])('unless it %s', async (_, files) => {
    expect(await isOpaque(files)).toBe(false)
  })
})

describe('the key of a document', () => {
  // One for all tests, so that a key that was kept must not be taken for another one.
  const cache = memoryCache()
  const keyOf = async (files: Files): Promise<string> => {
    const catalog = await load(files)
    const [bus] = catalog.systems[0]?.documents ?? []
    if (bus === undefined) throw new Error('there is a document')
    return documentKeys({ catalog, cache }, opaqueVersions(catalog))(bus)
  }
  const shared = { $ref: './shared.json' }
  const files: Files = { [channels]: document({ ...whole, headers: shared }), [version]: {} }
  const sharedFile = 'asyncapi/bus/shared.json'

  it('stays where an opaque version changes, or another one takes its place', async () => {
    const key = await keyOf({ ...files, [sharedFile]: {} })
    expect(await keyOf({ ...files, [sharedFile]: {}, [version]: { type: 'object' } })).toBe(key)
    const next = version.replace('1.0.0', '1.1.0')
    const moved = JSON.stringify(files[channels]).replace(version, next)
    expect(
      await keyOf({ ...files, [channels]: JSON.parse(moved), [sharedFile]: {}, [next]: { type: 'object' } }),
    ).toBe(key)
  })

  it('changes with everything else', async () => {
    const key = await keyOf({ ...files, [sharedFile]: {} })
    expect(await keyOf({ ...files, [sharedFile]: { type: 'object' } })).not.toBe(key)
    const renamed = document({ ...whole, headers: shared, name: 'Created' })
    expect(await keyOf({ ...files, [channels]: renamed, [sharedFile]: {} })).not.toBe(key)
  })

  it('changes with what an example seems to refer to', async () => {
    const other = 'asyncapi/bus/other.json'
    const seeming = document({ payload: {}, examples: [{ payload: shared }] })
    const keyWith = (schema: object): Promise<string> =>
      keyOf({ [channels]: seeming, [other]: document({ payload: shared }), [sharedFile]: schema })
    expect(await keyWith({ type: 'object' })).not.toBe(await keyWith({}))
  })
})

/** What keywords are tried with. */
const values: readonly Json[] = [
  ...'null true false 0 1 -1 1.5 "" "string" "http://a.example" "%" "["'
    .split(' ')
    .map((text) => JSON.parse(text) as Json),
  'no uri',
  [],
  ['string'],
  ['a', 'a'],
  [1, 1],
  [{}],
  [{}, {}],
  ['string', 'string'],
  {},
  { a: ['b', 'b'] },
  { a: 1 },
  { a: {} },
  { url: 'http://a.example' },
  { url: 'a' },
  { url: 1 },
]

const keywordNames = [...keywords].filter(([, { role }]) => role !== 'reference').map(([name]) => name)

test(
  'every fault that the parser finds in a schema is found in an opaque version',
  { timeout: 60_000 },
  async () => {
    const schemas = keywordNames.flatMap((name) => values.map((value) => ({ [name]: value })))
    const inline = Object.fromEntries(schemas.map((schema, index) => [`s${index}`, schema]))
    const written = await load({ [channels]: document({}, { components: { schemas: inline } }) })
    const [bus] = written.systems[0]?.documents ?? []
    const faults = bus === undefined ? [] : await documentValidator(written)(bus)
    const faulty = new Set(faults.map(({ pointer }) => /\/schemas\/(s\d+)/.exec(pointer)?.[1]))
    expect(faulty.size).toBeGreaterThan(400)

    const path = (key: string): string => `schemas/tried/${key}/1.0.0.json`
    const references = Object.fromEntries(
      Object.keys(inline).map((key) => [key, { $ref: `../../${path(key)}` }]),
    )
    const catalog = await load({
      [channels]: document({}, { components: { schemas: references } }),
      ...Object.fromEntries(Object.entries(inline).map(([key, schema]) => [path(key), schema])),
    })
    expect(Object.keys(inline).filter((key) => !opaqueVersions(catalog).has(path(key)))).toEqual([])
    const errors = (await lint(catalog)).filter(({ severity }) => severity === 'error')
    const found = new Set(errors.map(({ place }) => place.file))
    const missed = [...faulty].filter((key) => !found.has(path(key ?? '')))
    expect(missed.map((key) => inline[key ?? ''])).toEqual([])
  },
)

test('a version whose references multiply is refused', async () => {
  const levels = Array.from({ length: 40 }, (_, index) => {
    const next = { $ref: `#/definitions/level${index + 1}` }
    return [`level${index}`, { properties: { left: next, right: next } }]
  })
  const bomb = { $ref: '#/definitions/level0', definitions: { ...Object.fromEntries(levels), level40: {} } }
  expect(await checkRule(asyncapi, { [channels]: document(whole), [version]: bomb })).toEqual([
    `${version}# error: The schema has more than 1,000,000 values when its references are written out, as other tools read it.`,
  ])
})
