import { join } from 'node:path'
import { type Catalog, folderSource, loadCatalog } from '@concordat/toolkit/model'
import { Ajv } from 'ajv'
import { beforeAll, describe, expect, it } from 'vitest'
import { createSite } from '../site/site.ts'
import { xregistry } from './xregistry.ts'

interface Registry {
  readonly messagegroups: Record<
    string,
    { messages: Record<string, { dataschemauri?: string; envelopemetadata?: object }> }
  >
  readonly schemagroups: Record<
    string,
    { schemas: Record<string, { versions: Record<string, { schema: object }> }> }
  >
}

let catalog: Catalog
let registry: Registry

beforeAll(async () => {
  catalog = await loadCatalog(folderSource(join(import.meta.dirname, '../../..')))
  registry = xregistry(createSite(catalog, {})) as unknown as Registry
})

describe('the xRegistry export', () => {
  it('has every event and every version', () => {
    const messages = Object.values(registry.messagegroups).flatMap((group) => Object.keys(group.messages))
    expect(messages).toHaveLength(createSite(catalog, {}).events.length)
    const versions = Object.values(registry.schemagroups).flatMap((group) =>
      Object.values(group.schemas).flatMap((schema) => Object.keys(schema.versions)),
    )
    expect(versions).toHaveLength(catalog.subjects.reduce((sum, subject) => sum + subject.versions.length, 0))
  })

  it('refers from an event to the version of its data', () => {
    const uri = registry.messagegroups['event-bus']?.messages['OrderCreated']?.dataschemauri
    expect(uri).toBe('#/schemagroups/orders/schemas/order.created/versions/2.0.0')
  })

  it('holds schemas that take their own examples', () => {
    const ajv = new Ajv({ strict: false, validateFormats: false }).addSchema(registry, 'registry')
    for (const { name, domain, versions } of catalog.subjects) {
      for (const { version, examples } of versions) {
        const path = [
          'schemagroups',
          domain,
          'schemas',
          name.slice(domain.length + 1),
          'versions',
          version,
          'schema',
        ]
        const schema = { $ref: `registry#/${path.map((key) => key.replaceAll('/', '~1')).join('/')}` }
        const refused = examples.filter(({ value }) => !ajv.validate(schema, value))
        expect(refused.map(({ file, pointer }) => `${file}#${pointer}`)).toEqual([])
      }
    }
  })

  it('holds nothing that takes anything', () => {
    const ajv = new Ajv({ strict: false, validateFormats: false }).addSchema(registry, 'registry')
    const $ref = 'registry#/schemagroups/orders/schemas/order.created/versions/2.0.0/schema'
    expect(ajv.validate({ $ref }, { order_id: 'x', items: [{ price: 'free' }] })).toBe(false)
  })
})
