import { join } from 'node:path'
import { Parser } from '@asyncapi/parser'
import {
  type Catalog,
  compareText,
  folderSource,
  type Json,
  type JsonObject,
  loadCatalog,
  memorySource,
} from '@concordat/toolkit/model'
import { describe, expect, it } from 'vitest'
import { wireMessage } from '../pages/event/wire-message.ts'
import type { EventEntry } from '../site/event-entry.ts'
import { createSite } from '../site/site.ts'
import { awkwardContract } from '../testing/awkward-contract.ts'
import { compileAlone } from '../testing/compile-alone.ts'
import { bundleDocuments } from './bundle-document.ts'
import { bundleSchema } from './bundle-schema.ts'
import { hasJsonSchema } from './has-json-schema.ts'
import { systemBundles } from './system-bundles.ts'

const ROOT = join(import.meta.dirname, '../../..')

const folders = [
  '',
  'packages/cli/fixtures/parking',
  'packages/cli/fixtures/webshop',
  'packages/cli/fixtures/ledger',
]

/** Schemas of events that AsyncAPI's own dialect cannot say, or that are no schemas to it. */
const GAPS: ReadonlyMap<string, string> = new Map([
  ['ClosedArrays', 'prefixItems is younger than draft-07'],
  ['DependentSchema', 'dependentSchemas is younger than draft-07'],
  ['EmptyEnum', 'draft-07 wants at least one value'],
  ['NamesOfObjects', 'the parser takes __proto__ for a prototype'],
])

const awkward = Object.entries(awkwardContract([...GAPS.keys()])).map(
  ([path, part]) => [path, JSON.stringify(part)] as const,
)

const repositories = await Promise.all(
  [...folders.map((path) => folderSource(join(ROOT, path))), memorySource(Object.fromEntries(awkward))].map(
    (source) => loadCatalog(source),
  ),
)

const bundles = repositories.flatMap((catalog) =>
  catalog.systems.flatMap((system) =>
    systemBundles(system).map((bundle) => ({ ...bundle, title: `${system.name}/${bundle.file}`, catalog })),
  ),
)

describe.each(bundles)('the bundle $title', ({ catalog, name, documents }) => {
  const bundle = { ...bundleDocuments(catalog, name, documents), 'x-concordat-bundle': undefined }

  it('is valid by itself', async () => {
    const { document: parsed, diagnostics } = await new Parser().parse(JSON.stringify(bundle))
    expect(parsed === undefined ? diagnostics.map(({ message }) => message) : []).toEqual([])
  })

  it('says what its documents say', async () => {
    const alone = await loadCatalog(memorySource({ 'bundle.json': JSON.stringify(bundle) }))
    const isAlone = documents.length === 1
    const expected = documents.flatMap((one) =>
      flows(catalog, one.document.path, isAlone ? '' : `${one.name}.`),
    )
    expect(flows(alone, 'bundle.json', '')).toEqual(expected.toSorted((a, b) => compareText(a.name, b.name)))
  })

  it('takes the messages that its documents take, and no others', async () => {
    const alone = await loadCatalog(memorySource({ 'bundle.json': JSON.stringify(bundle) }))
    const paths = new Set(documents.map(({ document }) => document.path))
    const before = eventsIn(catalog, (path) => paths.has(path))
    const after = new Map(eventsIn(alone, () => true).map((entry) => [entry.name, entry]))
    expect([...after.keys()].toSorted()).toEqual(before.map(({ name }) => name).toSorted())
    for (const entry of before) {
      const [own, again] = [
        compileAlone(bundleSchema(catalog, entry.message.payload!)),
        compileAlone(bundleSchema(alone, after.get(entry.name)!.message.payload!)),
      ]
      for (const body of bodiesOf(catalog, entry))
        expect([entry.name, body, again(body)]).toEqual([entry.name, body, own(body)])
    }
  })
})

/** Events of the applications that some documents describe. */
function eventsIn(catalog: Catalog, isMeant: (document: string) => boolean): readonly EventEntry[] {
  return createSite(catalog, {}).events.filter(
    ({ message, senders, receivers }) =>
      message.payload !== undefined &&
      hasJsonSchema(message) &&
      [...senders, ...receivers].some(({ service }) => isMeant(service.document.path)),
  )
}

/** Messages of an event as the site shows them, each whole and without one of its members, and values that are none. */
function bodiesOf(catalog: Catalog, entry: EventEntry): readonly Json[] {
  const stated = entry.message.examples.flatMap(({ payload }) =>
    payload === undefined ? [] : [payload.value],
  )
  const shown = wireMessage(catalog, entry)
  const whole = [...stated, ...(shown === undefined ? [] : [shown.body])]
  const without = whole.flatMap((body) =>
    Object.keys(body ?? {}).map((name) =>
      Object.fromEntries(Object.entries(body as JsonObject).filter(([key]) => key !== name)),
    ),
  )
  return [...whole, ...without, {}, [], 'text', 1, null]
}

/** What the operations of a document do. */
function flows(catalog: Catalog, path: string, prefix: string): readonly { readonly name: string }[] {
  return catalog.systems
    .flatMap(({ services }) => services)
    .filter(({ document }) => document.path === path)
    .flatMap(({ operations }) => operations)
    .map(({ name, action, channel, messages, delivery, reply }) => ({
      name: `${prefix}${name}`,
      action,
      delivery,
      address: channel.address,
      amqp: channel.amqp && { ...channel.amqp, bindings: channel.amqp.bindings.length },
      kafka: channel.kafka,
      servers: channel.servers.map(({ host, protocol }) => [host, protocol]),
      messages: messages
        .map(({ name: message, type, envelope, key, kind }) => ({ message, type, envelope, key, kind }))
        .toSorted((a, b) => (a.message < b.message ? -1 : 1)),
      reply: reply && [reply.address, reply.channel?.address, reply.messages.map(({ type }) => type)],
    }))
}

it('is no contract of the repository that it is written into', async () => {
  const [{ catalog, name, documents }] = bundles as [(typeof bundles)[number]]
  const bundle = JSON.stringify(bundleDocuments(catalog, name, documents))
  const contract = JSON.stringify({
    asyncapi: '3.0.0',
    info: { title: 'Own', version: '1.0.0' },
    channels: {},
    operations: {},
  })
  const loaded = await loadCatalog(memorySource({ 'own.json': contract, 'public/bundle.json': bundle }))
  expect([...loaded.files.keys()]).toEqual(['own.json'])
})
