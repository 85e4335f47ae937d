import { join } from 'node:path'
import { Parser } from '@asyncapi/parser'
import { type Catalog, folderSource, loadCatalog, memorySource } from '@concordat/toolkit/model'
import { describe, expect, it } from 'vitest'
import { bundleDocument } from './bundle-document.ts'

const ROOT = join(import.meta.dirname, '../../..')

const repositories = await Promise.all(
  ['', 'packages/cli/fixtures/parking', 'packages/cli/fixtures/webshop', 'packages/cli/fixtures/ledger'].map(
    (path) => loadCatalog(folderSource(join(ROOT, path))),
  ),
)

/** The applications of each system that say most. */
const documents = repositories.flatMap((catalog) =>
  catalog.systems.flatMap(({ services }) =>
    services
      .toSorted((a, b) => b.operations.length - a.operations.length)
      .slice(0, 2)
      .map(({ document }) => ({ path: document.path, document, catalog })),
  ),
)

describe.each(documents)('the bundle of $path', ({ catalog, document, path }) => {
  const bundle = { ...bundleDocument(catalog, document), 'x-concordat-bundle': undefined }

  it('is valid by itself', async () => {
    const { document: parsed, diagnostics } = await new Parser().parse(JSON.stringify(bundle))
    expect(parsed === undefined ? diagnostics : []).toEqual([])
  })

  it('says what the document says', async () => {
    const alone = await loadCatalog(memorySource({ 'bundle.json': JSON.stringify(bundle) }))
    expect(flows(alone, 'bundle.json')).toEqual(flows(catalog, path))
  })
})

/** What the operations of a document do. */
function flows(catalog: Catalog, path: string): unknown {
  return catalog.systems
    .flatMap(({ services }) => services)
    .filter(({ document }) => document.path === path)
    .flatMap(({ operations }) => operations)
    .map(({ name, action, channel, messages, delivery, reply }) => ({
      name,
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
  const [{ document, catalog }] = documents as [(typeof documents)[number]]
  const bundle = JSON.stringify(bundleDocument(catalog, document))
  const contract = JSON.stringify({
    asyncapi: '3.0.0',
    info: { title: 'Own', version: '1.0.0' },
    channels: {},
    operations: {},
  })
  const loaded = await loadCatalog(memorySource({ 'own.json': contract, 'public/bundle.json': bundle }))
  expect([...loaded.files.keys()]).toEqual(['own.json'])
})
