import { describe, expect, it } from 'vitest'
import { memorySource } from '../../model/sources/memory-source.ts'
import { catalogOf, findingsIn, freshContracts, refusalOf } from '../testing/contracts.ts'
import { planRepository } from './plan-repository.ts'
import { protocols } from './protocol.ts'

describe.each(protocols)('planRepository for %s', (protocol) => {
  it('lays down files without a finding', async () => {
    expect(await findingsIn(await freshContracts(protocol))).toEqual([])
  })

  it('lays down a sender and a receiver of one event in an envelope', async () => {
    const { systems } = await catalogOf(await freshContracts(protocol))
    const operations = systems.flatMap(({ services }) =>
      services.flatMap(({ name, operations }) =>
        operations.map(({ action, messages }) => [name, action, messages.map((message) => message.name)]),
      ),
    )
    expect(operations).toEqual([
      ['notification-service', 'receive', ['OrderCreated']],
      ['order-service', 'send', ['OrderCreated']],
    ])
    expect(systems.flatMap(({ messages }) => messages.map(({ envelope }) => envelope.mode))).toEqual([
      'envelope',
    ])
  })
})

describe('planRepository', () => {
  const request = { system: 'billing', protocol: 'amqp' } as const

  it('names the system after the request, also on the broker', async () => {
    const { files } = await planRepository(memorySource({}), request)
    expect(files.map(({ path }) => path)).toEqual([
      '.gitattributes',
      'asyncapi/billing/channels.yaml',
      'asyncapi/billing/notification-service.yaml',
      'asyncapi/billing/order-service.yaml',
      'concordat.config.json',
      'schemas/envelopes/event-envelope/1.0.0.json',
      'schemas/orders/order.created/1.0.0.json',
    ])
    expect(files[1]?.content).toContain('exchange: { name: billing.events,')
  })

  it('names what exists and plans nothing', async () => {
    const source = memorySource({ 'concordat.config.json': '{}', 'asyncapi/billing/channels.yaml': '' })
    expect(await refusalOf(() => planRepository(source, request))).toBe(
      'already-exists: concordat.config.json, asyncapi/billing/channels.yaml exist already, and init overwrites nothing. ' +
        'Choose another folder with --root DIR, or add to what is there with: concordat new event',
    )
  })

  it.each([
    ['*.ts text', '*.ts text\ngenerated/** linguist-generated=true\n'],
    ['*.ts text\n', '*.ts text\ngenerated/** linguist-generated=true\n'],
    ['', 'generated/** linguist-generated=true\n'],
  ])('adds a line to .gitattributes that holds %j', async (before, content) => {
    const { files } = await planRepository(memorySource({ '.gitattributes': before }), request)
    expect(files[0]).toEqual({ path: '.gitattributes', content, before })
  })

  it('leaves .gitattributes alone that marks generated files already', async () => {
    const source = memorySource({ '.gitattributes': 'generated/** linguist-generated=true' })
    const { files } = await planRepository(source, request)
    expect(files.map(({ path }) => path)).not.toContain('.gitattributes')
  })

  it.each(['../x', 'Shop', 'a/b', 'a.b', '', '-a', 'class', 'con', 'a'.repeat(101)])(
    'refuses the system %j',
    async (system) => {
      expect(await refusalOf(() => planRepository(memorySource({}), { ...request, system }))).toContain(
        `bad-name: "${system.length > 80 ? system.slice(0, 79) + '…' : system}" is not the name of a system. Use `,
      )
    },
  )
})
