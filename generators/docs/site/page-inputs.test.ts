import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadCatalog, memorySource } from '@concordat/toolkit/model'
import { beforeAll, expect, it } from 'vitest'
import { createDocsGenerator } from '../docs-generator.ts'

const ROOT = join(import.meta.dirname, '../../..')

type Files = Readonly<Record<string, string>>

interface Printed {
  readonly inputs: string
  readonly content: string
}

let files: Files
let before: ReadonlyMap<string, Printed>

beforeAll(async () => {
  const paths = globSync(['asyncapi/**/*.yaml', 'schemas/**/*.json'], { cwd: ROOT })
  files = Object.fromEntries(paths.map((path) => [path, readFileSync(join(ROOT, path), 'utf8')]))
  before = await print(files)
}, 30_000)

/** Every file of the site with what it says that it depends on. */
async function print(contracts: Files): Promise<ReadonlyMap<string, Printed>> {
  const catalog = await loadCatalog(memorySource(contracts))
  const units = await createDocsGenerator({}).plan(catalog, {})
  const printed = await Promise.all(
    units.map(async ({ inputs, render }) =>
      (await render()).map(({ path, content }) => [path, { inputs, content }] as const),
    ),
  )
  return new Map(printed.flat())
}

const edited = (path: string, from: string | RegExp, to: string): Files => {
  const text = files[path]?.replace(from, to)
  if (text === undefined || text === files[path]) throw new Error(`${path} has nothing like ${from}`)
  return { ...files, [path]: text }
}

it.each([
  {
    what: 'the description of a shared type',
    change: () => edited('schemas/common/money/2.0.0.json', /"description": "/, '$&Now: '),
  },
  {
    what: 'an example of an envelope',
    change: () => edited('schemas/envelopes/event-bus-envelope/1.0.0.json', 'evt_123456789', 'evt_other'),
  },
  {
    what: 'where an envelope has the type',
    change: () =>
      edited('schemas/envelopes/event-bus-envelope/1.0.0.json', '"source": "/source"', '"source": "/sender"'),
  },
  {
    what: 'an older version',
    change: () => edited('schemas/orders/order.created/1.1.0.json', '"maxLength": 64', '"maxLength": 65'),
  },
  {
    what: 'the newest version',
    change: () => edited('schemas/orders/order.created/2.0.0.json', /"title": "[^"]*"/, '"title": "Renamed"'),
  },
  {
    what: 'the only version',
    change: () =>
      edited(
        'schemas/orders/order.processing/1.0.0.json',
        '"order_id": {',
        '"added": { "type": "string" }, $&',
      ),
  },
  {
    what: 'a version that is deprecated now',
    change: () =>
      edited('schemas/orders/order.paid/1.0.0.json', '"type": "object"', '"deprecated": true, $&'),
  },
  {
    what: 'a version more',
    change: () => ({
      ...files,
      'schemas/orders/order.processing/1.1.0.json': files[
        'schemas/orders/order.processing/1.0.0.json'
      ]!.replace('1.0.0.json', '1.1.0.json'),
    }),
  },
  {
    what: 'an example that code shows',
    change: () => edited('schemas/notifications/notification.email/1.1.0.json', '"welcome"', '"farewell"'),
  },
  {
    what: 'a queue',
    change: () => edited('asyncapi/event-bus/channels.yaml', /x-queue-type: quorum/, 'x-queue-type: classic'),
  },
])(
  'a file that depends on the same has the same content after a change: $what',
  { timeout: 30_000 },
  async ({ change }) => {
    const after = await print(change())
    const stale = [...after].filter(([path, { inputs, content }]) => {
      const known = before.get(path)
      return known !== undefined && known.inputs === inputs && known.content !== content
    })
    expect(stale.map(([path]) => path)).toEqual([])
    const changed = [...after].filter(([path, { content }]) => before.get(path)?.content !== content)
    expect(changed).not.toEqual([])
  },
)
