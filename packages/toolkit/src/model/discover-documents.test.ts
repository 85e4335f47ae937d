import { describe, expect, it } from 'vitest'
import { DEFAULT_CONFIG, type Config } from './config.ts'
import { loadCatalog } from './load-catalog.ts'
import { memorySource } from './sources/memory-source.ts'

const V3 = 'asyncapi: 3.0.0\ninfo: {title: Order Service, version: 1.0.0}\n'
const SERVICE = `${V3}channels: {a: {}}\noperations: {x: {action: send, channel: {$ref: '#/channels/a'}}}\n`

/** `system/service path`, one a document. */
async function documentsIn(files: Record<string, string>, config: Partial<Config> = {}): Promise<string[]> {
  const catalog = await loadCatalog(memorySource(files), { config: { ...DEFAULT_CONFIG, ...config } })
  return catalog.systems.flatMap(({ name, documents, services }) =>
    documents.map((document) => {
      const service = services.find((candidate) => candidate.document === document)
      return `${name}/${service?.name ?? ''} ${document.path}`
    }),
  )
}

describe('where documents are found', () => {
  it('takes the folders under asyncapi/ for systems and looks nowhere else', async () => {
    const files = {
      'asyncapi/shop/channels.yaml': V3,
      'asyncapi/shop/orders.yaml': SERVICE,
      'asyncapi/bus/deep/crm.yml': SERVICE,
      'asyncapi/lonely.yaml': SERVICE,
      'other/asyncapi.yaml': SERVICE,
    }
    expect(await documentsIn(files)).toEqual([
      'bus/crm asyncapi/bus/deep/crm.yml',
      'main/lonely asyncapi/lonely.yaml',
      'shop/ asyncapi/shop/channels.yaml',
      'shop/orders asyncapi/shop/orders.yaml',
    ])
  })

  it('searches the whole of a repository that has no such folder', async () => {
    const files = {
      'asyncapi.yaml': SERVICE,
      'services/crm/events.asyncapi.json': JSON.stringify({
        asyncapi: '2.6.0',
        info: { title: 'CRM', version: '1' },
      }),
      'services/crm/api.yaml': 'openapi: 3.0.0\n',
      'node_modules/pkg/asyncapi.yaml': SERVICE,
      '.cache/asyncapi.yaml': SERVICE,
      'generated/asyncapi.yaml': SERVICE,
      'package.json': '{"dependencies": {"asyncapi": "3.0.0"}}',
      'docs/README.md': 'asyncapi: 3.0.0',
    }
    expect(await documentsIn(files)).toEqual([
      'main/order-service asyncapi.yaml',
      'services-crm/ services/crm/events.asyncapi.json',
    ])
  })

  it('takes the configured files and folders only', async () => {
    const files = {
      'asyncapi/shop/orders.yaml': SERVICE,
      'contracts/bus/crm.yaml': SERVICE,
      'contracts/orders.yaml': SERVICE,
      'api/billing.yaml': SERVICE,
    }
    expect(await documentsIn(files, { documents: ['contracts', 'api/billing.yaml'] })).toEqual([
      'api/billing api/billing.yaml',
      'bus/crm contracts/bus/crm.yaml',
      'contracts/orders contracts/orders.yaml',
    ])
  })

  it('refuses a configured folder without documents', async () => {
    await expect(documentsIn({ 'asyncapi.yaml': V3 }, { documents: ['contracts'] })).rejects.toThrow(
      'concordat.config.json names "contracts" among its documents, but there is no AsyncAPI document under it.',
    )
  })

  it('gives an empty catalog where nothing may be', async () => {
    const catalog = await loadCatalog(memorySource({}), { allowEmpty: true })
    expect([catalog.systems, catalog.subjects]).toEqual([[], []])
  })
})

describe('subjects', () => {
  it('lists the versions of each subject from the oldest to the newest', async () => {
    const files = {
      'schemas/orders/order.created/1.10.0.json':
        '{"title": "OrderCreated", "deprecated": true, "examples": [1, 2]}',
      'schemas/orders/order.created/1.2.0.json': '{}',
      'schemas/orders/order.created/2.0.0-rc.1.yaml': 'description: next\n',
      'schemas/orders/order.created/2.0.json': '{}',
      'schemas/common/money/1.0.0.json': '{}',
      'schemas/README.md': '',
    }
    const catalog = await loadCatalog(memorySource(files))
    expect(
      catalog.subjects.map(({ name, versions }) => [name, versions.map(({ version }) => version)]),
    ).toEqual([
      ['common/money', ['1.0.0']],
      ['orders/order.created', ['1.2.0', '1.10.0', '2.0.0-rc.1']],
    ])
    expect(catalog.subjects[1]?.versions[1]).toMatchObject({
      id: 'orders/order.created/1.10.0',
      title: 'OrderCreated',
      deprecated: true,
      examples: [{ pointer: '/examples/0' }, { pointer: '/examples/1' }],
    })
    expect(catalog.files.has('schemas/orders/order.created/2.0.json')).toBe(true)
  })
})
