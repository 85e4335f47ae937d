import { join } from 'node:path'
import {
  type Catalog,
  folderSource,
  type JsonObject,
  loadCatalog,
  memorySource,
} from '@concordat/toolkit/model'
import { describe, expect, it } from 'vitest'
import { siteFiles } from '../../site-files.ts'
import { createSite } from '../../site/site.ts'
import { compileAlone } from '../../testing/compile-alone.ts'
import { xregistry } from './xregistry.ts'

const ROOT = join(import.meta.dirname, '../../../..')

const event = (name: string, payload: object): object => ({ name, payload })

/** Names that are no ids, two that differ in case only, more than nine majors, and a dialect that is not the default. */
const AWKWARD = {
  'asyncapi.json': {
    asyncapi: '3.0.0',
    info: { title: 'Orders / 注文', version: '1.0.0' },
    channels: {
      all: {
        messages: {
          a: event('Order placed/now', { type: 'object' }),
          b: event('order placed/NOW', { $ref: './schemas/my orders/Größe/10.0.0.json' }),
          c: event('注文', { type: 'string' }),
          d: event('x'.repeat(300), { type: 'integer' }),
          e: { name: 'Avro', payload: { schemaFormat: 'application/vnd.apache.avro', schema: 'string' } },
        },
      },
    },
    operations: { send: { action: 'send', channel: { $ref: '#/channels/all' } } },
  },
  'schemas/my orders/Größe/9.0.0.json': { type: 'integer' },
  'schemas/my orders/Größe/10.0.0.json': {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'array',
    prefixItems: [{ type: 'string' }],
  },
}

const awkward = memorySource(
  Object.fromEntries(Object.entries(AWKWARD).map(([path, content]) => [path, JSON.stringify(content)])),
)
const fixture = (name: string) => folderSource(join(ROOT, 'packages/cli/fixtures', name))
const sources = {
  'this repository': folderSource(ROOT),
  parking: fixture('parking'),
  webshop: fixture('webshop'),
  ledger: fixture('ledger'),
  'awkward names': awkward,
}

const registries = await Promise.all(
  Object.entries(sources).map(async ([title, source]) => {
    const catalog = await loadCatalog(source)
    const site = createSite(catalog, {})
    return { title, catalog, site, registry: xregistry(site) }
  }),
)

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** An entity with where it stands. */
interface Entity {
  readonly path: string
  readonly key: string
  readonly idName: string
  readonly value: JsonObject
}

function entities(parent: JsonObject, path: string, plural: string, idName: string): readonly Entity[] {
  const collection = (parent[plural] ?? {}) as JsonObject
  return Object.entries(collection).map(([key, value]) => ({
    path: `${path}/${plural}/${key}`,
    key,
    idName,
    value: value as JsonObject,
  }))
}

const within = (parents: readonly Entity[], plural: string, idName: string): readonly Entity[] =>
  parents.flatMap(({ value, path }) => entities(value, path, plural, idName))

function partsOf(registry: JsonObject) {
  const messageGroups = entities(registry, '', 'messagegroups', 'messagegroupid')
  const schemaGroups = entities(registry, '', 'schemagroups', 'schemagroupid')
  const messages = within(messageGroups, 'messages', 'messageid')
  const schemas = within(schemaGroups, 'schemas', 'schemaid')
  const versions = within(schemas, 'versions', 'versionid')
  return { messageGroups, schemaGroups, messages, schemas, versions }
}

describe.each(registries)('the xRegistry document of $title', ({ catalog, site, registry }) => {
  const parts = partsOf(registry)
  const all = Object.values(parts).flat()

  it('has every event and every version', () => {
    expect(parts.messages).toHaveLength(site.events.length)
    expect(parts.versions).toHaveLength(versionsOf(catalog).length)
  })

  it('gives each entity an id of the characters, the length and the uniqueness that are asked for', () => {
    for (const { key, idName, value } of all) {
      expect(value[idName]).toBe(key)
      expect(key).toMatch(/^\w[\w.~:@-]{0,127}$/)
    }
    const folded = all.map(({ path }) => path.toLowerCase())
    expect(new Set(folded).size).toBe(folded.length)
  })

  it('says of each entity where it stands', () => {
    for (const { path, value } of all) expect([value['xid'], value['self']]).toEqual([path, `#${path}`])
    expect([registry['xid'], registry['self'], registry['specversion']]).toEqual(['/', '#/', '1.0-rc4'])
  })

  it('has one default version a schema, and ancestors that exist', () => {
    for (const { path, value } of parts.schemas) {
      const versions = entities(value, path, 'versions', 'versionid')
      const defaults = versions.filter((version) => version.value['isdefault'] === true)
      expect(defaults.map(({ key }) => key)).toEqual([(value['meta'] as JsonObject)['defaultversionid']])
      const ids = versions.map(({ key }) => key)
      for (const version of versions) expect(ids).toContain(version.value['ancestorid'])
      expect(value['versionscount']).toBe(ids.length)
    }
  })

  it('names the dialect that each schema has', () => {
    for (const { value } of parts.versions) {
      const { $schema } = value['schema'] as { readonly $schema: string }
      const version = text(value['format']).replace(/^JsonSchema\//, '')
      expect($schema).toContain(`json-schema.org/${version}/schema`)
    }
  })

  it('leads from a message to a schema of the format that it names', () => {
    const files = new Set(siteFiles(site).map(({ path }) => path))
    const formats = new Map(parts.versions.map(({ path, value }) => [`#${path}`, value['format']]))
    for (const { value } of parts.messages) {
      const { dataschemauri: uri, dataschemaformat: format } = value
      expect(uri === undefined).toBe(format === undefined)
      const isBeside = files.has(decodeURI(text(uri)))
      expect([uri, isBeside ? format : formats.get(text(uri))]).toEqual([uri, format])
    }
  })

  it('names an envelope with its metadata alone', () => {
    for (const { value } of parts.messages) {
      expect(value['envelope'] === undefined).toBe(value['envelopemetadata'] === undefined)
      for (const name of Object.keys(value['envelopemetadata'] ?? {})) expect(name).toMatch(/^[a-z0-9]+$/)
    }
  })

  it('holds schemas that stand alone and take their own examples', () => {
    const examples = new Map(
      versionsOf(catalog).map(({ subject, version, examples: own }) => [`${subject} ${version}`, own]),
    )
    for (const { value } of parts.schemas) {
      for (const version of entities(value, '', 'versions', 'versionid')) {
        const validate = compileAlone(version.value['schema'] as JsonObject)
        for (const example of examples.get(`${text(value['name'])} ${version.key}`) ?? []) {
          validate(example.value)
          expect([example.file, example.pointer, validate.errors]).toEqual([
            example.file,
            example.pointer,
            null,
          ])
        }
      }
    }
  })
})

const versionsOf = ({ subjects }: Catalog) => subjects.flatMap(({ versions }) => versions)

describe('the xRegistry document', () => {
  const registryOf = (name: string): JsonObject =>
    registries.find(({ title }) => title === name)?.registry ?? {}

  it('refers from an event to the version of its data', () => {
    const { messages } = partsOf(registryOf('this repository'))
    const event = messages.find(({ key }) => key === 'OrderCreated')
    expect(event?.value['dataschemauri']).toBe('#/schemagroups/orders/schemas/order.created/versions/2.0.0')
  })

  it('keeps the name of a thing whose id had to differ', () => {
    const { messages, messageGroups } = partsOf(registryOf('awkward names'))
    expect(messageGroups.length).toBeGreaterThan(0)
    const names = messages.map(({ key, value }) => value['name'] ?? key)
    expect(names).toEqual(expect.arrayContaining(['Order placed/now', 'order placed/NOW', '注文', 'Avro']))
    expect(messages.find(({ key }) => key === 'Avro')?.value['dataschemauri']).toBeUndefined()
  })

  it('takes the newest version for the default, not the one whose name comes last', () => {
    const { schemas } = partsOf(registryOf('awkward names'))
    expect(schemas.map(({ value }) => (value['meta'] as JsonObject)['defaultversionid'])).toEqual(['10.0.0'])
  })

  it('holds nothing that takes anything', () => {
    const { versions } = partsOf(registryOf('this repository'))
    const order = versions.find(({ path }) => path.endsWith('/order.created/versions/2.0.0'))
    const validate = compileAlone(order?.value['schema'] as JsonObject)
    expect(validate({ order_id: 'x', items: [{ price: 'free' }] })).toBe(false)
  })
})
