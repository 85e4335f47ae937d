import { describe, expect, it } from 'vitest'
import { nextVersion } from './next-version.ts'
import { planVersion, type VersionRequest } from './plan-version.ts'
import {
  catalogOf,
  type Contracts,
  findingsIn,
  freshContracts,
  refusalOf,
  withPlan,
} from './testing/contracts.ts'
import type { FilePlan } from './file-plan.ts'

const CHANNELS = 'asyncapi/shop/channels.yaml'

async function versionPlan(contracts: Contracts, request: Partial<VersionRequest> = {}): Promise<FilePlan> {
  const defaults = { subject: 'orders/order.created', bump: 'minor', use: false } as const
  return planVersion(await catalogOf(contracts), { ...defaults, ...request })
}

describe('planVersion', () => {
  it('copies the newest version to the next number and mends its $id', async () => {
    const contracts = await freshContracts('amqp')
    const plan = await versionPlan(contracts)
    const lines = (contracts[CHANNELS] ?? '').split('\n')
    const line = lines.findIndex((line) => line.includes('order.created/1.0.0.json')) + 1
    const former = contracts['schemas/orders/order.created/1.0.0.json'] ?? ''
    expect(plan).toEqual({
      files: [
        {
          path: 'schemas/orders/order.created/1.1.0.json',
          content: former.replace('order.created/1.0.0.json', 'order.created/1.1.0.json'),
          before: undefined,
        },
      ],
      notes: [
        `${CHANNELS}:${line} still refers to 1.0.0. To move it, write 1.1.0.json there; --use does so next time.`,
      ],
    })
    expect(await findingsIn(withPlan(contracts, plan))).toEqual([])
  })

  it('moves the references of the documents where it is told to', async () => {
    const contracts = await freshContracts('kafka')
    const plan = await versionPlan(contracts, { bump: 'major', use: true })
    expect(plan.files.map(({ path }) => path)).toEqual([CHANNELS, 'schemas/orders/order.created/2.0.0.json'])
    expect(plan.files[0]?.content).toBe(
      contracts[CHANNELS]?.replace('order.created/1.0.0.json }', 'order.created/2.0.0.json }'),
    )
    expect(plan.notes).toEqual([])
    expect(await findingsIn(withPlan(contracts, plan))).toEqual([])
  })

  it('moves what refers to the same major line, and nothing else', async () => {
    const fresh = await freshContracts('amqp')
    const afterMinor = withPlan(fresh, await versionPlan(fresh))
    const afterMajor = withPlan(afterMinor, await versionPlan(afterMinor, { bump: 'major' }))
    expect((await versionPlan(afterMajor, { use: true })).files.map(({ path }) => path)).toEqual([
      'schemas/orders/order.created/2.1.0.json',
    ])
    const { files } = await versionPlan(afterMajor, { from: '1.1.0', use: true })
    expect(files.map(({ path }) => path)).toEqual([CHANNELS, 'schemas/orders/order.created/1.2.0.json'])
    expect(files[0]?.content).toContain('orders/order.created/1.2.0.json')
  })

  it('keeps the form of a schema in YAML and gives it a right $id', async () => {
    const contracts = { 'schemas/a/b/1.0.0.yaml': "# Yes.\n$id: 'wrong' # why\ntype: object\n" }
    const { files } = await versionPlan(contracts, { subject: 'a/b', bump: 'patch' })
    expect(files).toEqual([
      {
        path: 'schemas/a/b/1.0.1.yaml',
        content: "# Yes.\n$id: 'concordat:/a/b/1.0.1.yaml' # why\ntype: object\n",
        before: undefined,
      },
    ])
  })

  it.each<[Partial<VersionRequest>, string]>([
    [
      { subject: 'orders/order.creatd' },
      'not-found: There is no subject "orders/order.creatd". Did you mean "orders/order.created"?',
    ],
    [
      { from: '3.0.0' },
      'not-found: There is no version "3.0.0" of orders/order.created. Known: "1.0.0" and "1.1.0".',
    ],
    [
      { from: '1.0.0' },
      'already-exists: There is a version 1.1.0 of orders/order.created already, and 1.0.0 is older. Build on it with --from 1.1.0, or choose another step with --major, --minor or --patch.',
    ],
    [
      { subject: '../../etc/passwd' },
      'not-found: There is no subject "../../etc/passwd". Known: "envelopes/event-envelope" and "orders/order.created".',
    ],
  ])('refuses %j', async (request, expected) => {
    const fresh = await freshContracts('amqp')
    const contracts = withPlan(fresh, await versionPlan(fresh))
    expect(await refusalOf(() => versionPlan(contracts, request))).toBe(expected)
  })
})

describe('nextVersion', () => {
  it.each([
    ['1.2.3', 'major', '2.0.0'],
    ['1.2.3', 'minor', '1.3.0'],
    ['1.2.3', 'patch', '1.2.4'],
    ['2.0.0-beta.1', 'major', '2.0.0'],
    ['2.0.0-beta.1', 'minor', '2.0.0'],
    ['2.0.0-beta.1', 'patch', '2.0.0'],
    ['2.1.0-beta.1', 'major', '3.0.0'],
    ['2.1.1-beta.1', 'minor', '2.2.0'],
  ] as const)('follows %s with the next %s: %s', (version, bump, next) => {
    expect(nextVersion(version, bump)).toBe(next)
  })
})
