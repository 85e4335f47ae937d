import { describe, expect, it } from 'vitest'
import { type Config, DEFAULT_CONFIG } from '../model/config.ts'
import type { FilePlan } from './file-plan.ts'
import { planService, type ServiceRequest } from './plan-service.ts'
import {
  catalogOf,
  type Contracts,
  findingsIn,
  freshContracts,
  refusalOf,
  withPlan,
} from './testing/contracts.ts'

async function servicePlan(
  contracts: Contracts,
  request: ServiceRequest,
  config: Config = DEFAULT_CONFIG,
): Promise<FilePlan> {
  return planService(await catalogOf(contracts), config, request)
}

describe('planService', () => {
  it('lays down a document without operations and without a finding', async () => {
    const contracts = await freshContracts('amqp')
    const plan = await servicePlan(contracts, { name: 'shop/crm-service', owner: 'Customer care' })
    expect(plan).toEqual({
      files: [
        {
          path: 'asyncapi/shop/crm-service.yaml',
          content: `asyncapi: 3.0.0
info:
  title: Crm service
  version: 1.0.0
  contact: { name: Customer care }
defaultContentType: application/json

servers:
  local: { $ref: ./channels.yaml#/servers/local }
`,
          before: undefined,
        },
      ],
      notes: [],
    })
    expect(await findingsIn(withPlan(contracts, plan))).toEqual([])
  })

  it('changes nothing that the catalog says about the system', async () => {
    const contracts = await freshContracts('kafka')
    const plan = await servicePlan(contracts, { name: 'shop/billing' })
    const [before, after] = await Promise.all([catalogOf(contracts), catalogOf(withPlan(contracts, plan))])
    const summary = ({ systems: [system] }: typeof before): unknown => [
      system?.description,
      system?.services.map(({ name }) => name),
      system?.channels.map(({ id }) => id),
      system?.servers.map(({ name }) => name),
    ]
    expect(summary(after)).toEqual(summary(before))
  })

  it('writes an owner with special characters as text', async () => {
    const contracts = await freshContracts('amqp')
    const owner = "it's: { a: # \n*b }"
    const plan = await servicePlan(contracts, { name: 'shop/crm', owner })
    const { systems } = await catalogOf(withPlan(contracts, plan))
    const document = systems[0]?.documents.find(({ path }) => path === 'asyncapi/shop/crm.yaml')
    expect(document?.node.value['info']).toMatchObject({ contact: { name: owner } })
  })

  it('says where the document must be listed to be read', async () => {
    const config = { ...DEFAULT_CONFIG, documents: ['asyncapi/shop/channels.yaml'] }
    const plan = await servicePlan(await freshContracts('amqp'), { name: 'shop/crm' }, config)
    expect(plan.notes).toEqual([
      'Add asyncapi/shop/crm.yaml to "documents" in concordat.config.json, so that it is read.',
    ])
  })

  it.each([
    [
      'crm',
      'bad-name: "crm" is not the name of a service. Use the name of its system, a slash and its own, like "shop/order-service".',
    ],
    [
      'shop/../crm',
      'bad-name: "shop/../crm" is not the name of a service. Use the name of its system, a slash and its own, like "shop/order-service".',
    ],
    [
      'shop/Crm',
      'bad-name: "Crm" is not the name of a service. Use lower-case letters, digits and hyphens, like "order-service".',
    ],
    [
      'shop/import',
      'bad-name: "import" is not the name of a service. Use another word: "import" is reserved, so code and files cannot be named for it.',
    ],
    [
      'shop/crm-asyncapi',
      'bad-name: "crm-asyncapi" is not the name of a service. Use something without "asyncapi".',
    ],
    ['../crm', 'not-found: There is no system "..". Known: "shop".'],
    ['shp/crm', 'not-found: There is no system "shp". Did you mean "shop"?'],
    [
      'shop/order-service',
      'already-exists: asyncapi/shop/order-service.yaml describes the service "order-service" already. Choose another name, or add to it with: concordat new event',
    ],
    [
      'shop/channels',
      'already-exists: asyncapi/shop/channels.yaml describes the service "channels" already. Choose another name, or add to it with: concordat new event',
    ],
  ])('refuses %s', async (name, expected) => {
    const contracts = await freshContracts('amqp')
    expect(await refusalOf(() => servicePlan(contracts, { name }))).toBe(expected)
  })
})
