import { join } from 'node:path'
import {
  type Catalog,
  folderSource,
  type JsonObject,
  loadCatalog,
  memorySource,
} from '@concordat/toolkit/model'
import { describe, expect, it } from 'vitest'
import { wireMessage } from '../pages/event/wire-message.ts'
import { createSite } from '../site/site.ts'
import { awkwardContract } from '../testing/awkward-contract.ts'
import { compileAlone } from '../testing/compile-alone.ts'
import { bundleSchema } from './bundle-schema.ts'
import { hasJsonSchema } from './has-json-schema.ts'

const ROOT = join(import.meta.dirname, '../../..')

const awkward = Object.fromEntries(
  // The validator knows no enum without values.
  Object.entries(awkwardContract(['EmptyEnum'])).map(([path, content]) => [path, JSON.stringify(content)]),
)

const sources = {
  'this repository': folderSource(ROOT),
  parking: folderSource(join(ROOT, 'packages/cli/fixtures/parking')),
  webshop: folderSource(join(ROOT, 'packages/cli/fixtures/webshop')),
  ledger: folderSource(join(ROOT, 'packages/cli/fixtures/ledger')),
  'awkward schemas': memorySource(awkward),
}

const catalogs = await Promise.all(
  Object.entries(sources).map(async ([title, source]) => ({ title, catalog: await loadCatalog(source) })),
)

describe.each(catalogs)('the JSON Schemas of events of $title', ({ catalog }) => {
  it('stand alone, each in one document', () => {
    const refused = schemasOf(catalog).flatMap(({ name, schema }) => {
      try {
        return compileAlone(schema) === undefined ? [name] : []
      } catch (error) {
        return [`${name}: ${String(error)}`]
      }
    })
    expect(refused).toEqual([])
  })

  it('take every message that the site shows', () => {
    for (const { name, schema, bodies } of schemasOf(catalog)) {
      const validate = compileAlone(schema)
      for (const body of bodies) {
        validate(body)
        expect({ name, body, errors: validate.errors }).toEqual({ name, body, errors: null })
      }
    }
  })
})

interface EventSchema {
  readonly name: string
  readonly schema: JsonObject
  readonly bodies: readonly unknown[]
}

function schemasOf(catalog: Catalog): readonly EventSchema[] {
  return createSite(catalog, {}).events.flatMap((entry): EventSchema[] => {
    const { message, name } = entry
    if (message.payload === undefined || !hasJsonSchema(message)) return []
    const shown = wireMessage(catalog, entry)
    const stated = message.examples.flatMap(({ payload }) => (payload === undefined ? [] : [payload.value]))
    const bodies = [...stated, ...(shown === undefined ? [] : [shown.body])]
    return [{ name, schema: bundleSchema(catalog, message.payload), bodies }]
  })
}
