import { join } from 'node:path'
import { Parser } from '@asyncapi/parser'
import { type Catalog, compareText, folderSource, loadCatalog, memorySource } from '@concordat/toolkit/model'
import { describe, expect, it } from 'vitest'
import { bundleDocuments } from './bundle-document.ts'
import { systemBundles } from './system-bundles.ts'

const ROOT = join(import.meta.dirname, '../../..')

const repositories = await Promise.all(
  ['', 'packages/cli/fixtures/parking', 'packages/cli/fixtures/webshop', 'packages/cli/fixtures/ledger'].map(
    (path) => loadCatalog(folderSource(join(ROOT, path))),
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
})

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
