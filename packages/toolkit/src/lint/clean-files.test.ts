import { expect, test } from 'vitest'
import type { Cache } from '../cache/cache.ts'
import { memoryCache } from '../cache/testing/memory-cache.ts'
import { loadCatalog } from '../model/load-catalog.ts'
import { memorySource } from '../model/sources/memory-source.ts'
import { lint } from './lint.ts'
import type { RuleSettings } from './rule-settings.ts'
import { type Files, toTexts } from './testing/check-rule.ts'
import { orderCreated, withMessage } from './testing/sample-subject.ts'

const money = 'schemas/common/money/1.0.0.json'
const released = 'schemas/orders/order.created/1.0.0.json'

const total = { $ref: '../../common/money/1.0.0.json' }
const sound: Files = {
  ...orderCreated({
    '1.0.0': { properties: { total }, examples: [{ total: { amount: 1 } }, { total: { amount: 2 } }] },
  }),
  [money]: {
    $id: 'concordat:/common/money/1.0.0.json',
    title: 'Money',
    type: 'object',
    properties: { amount: { type: 'number' } },
    examples: [{ amount: 1 }, { amount: 2 }],
  },
  ...withMessage({ name: 'order.created', payload: { $ref: `../../${released}` } }),
}

function changed(path: string, members: object): Files {
  return { ...sound, [path]: { ...(sound[path] as object), ...members } }
}

const wrongAmount = changed(money, { properties: { amount: { type: 'string' } } })

interface Run {
  readonly files: Files
  readonly rules?: RuleSettings
}

test.each<[string, readonly Run[]]>([
  ['a version changes', [{ files: sound }, { files: changed(released, { properties: {} }) }]],
  ['what a version refers to changes', [{ files: sound }, { files: wrongAmount }]],
  [
    'what a version refers to is no schema any more, and then is one again',
    [
      { files: sound },
      { files: changed(money, { minimum: 'one' }) },
      { files: sound },
      { files: wrongAmount },
    ],
  ],
  [
    'a fault is in two runs, with another one the second time',
    [
      { files: changed(money, { properties: { amount: { format: 'datetime' } } }) },
      { files: changed(money, { properties: { amount: { format: 'datetime' }, total: { format: 'tim' } } }) },
    ],
  ],
  [
    'a broken schema is not told of, and an example is held against it',
    [
      { files: changed(money, { minimum: 'one' }), rules: { 'schema-invalid': 'off', asyncapi: 'off' } },
      {
        files: {
          ...changed(money, { minimum: 'one' }),
          ...orderCreated({ '1.1.0': { properties: { total } } }),
        },
        rules: { 'schema-invalid': 'off', asyncapi: 'off' },
      },
    ],
  ],
  [
    'a rule is off at first',
    [
      { files: changed(released, { format: 'datetime' }), rules: { 'unknown-format': 'off' } },
      { files: changed(released, { format: 'datetime' }) },
    ],
  ],
  [
    'a version comes to apply itself through another one',
    [{ files: sound }, { files: changed(money, { allOf: [{ $ref: `../../../${released}` }] }) }],
  ],
  [
    'a document comes to refer into a version',
    [
      { files: sound },
      {
        files: {
          ...sound,
          ...withMessage(
            { name: 'note', payload: { $ref: `../../${money}#/x-more` } },
            'asyncapi/bus/other.yaml',
          ),
          [money]: { ...(sound[money] as object), 'x-more': { format: 'datetime' } },
        },
      },
    ],
  ],
])('lint finds the same with what earlier runs kept as without, where %s', async (_, runs) => {
  const cache = memoryCache()
  for (const { files, rules = {} } of runs) {
    const load = () => loadCatalog(memorySource(toTexts(files)))
    expect(await lint(await load(), { cache, rules })).toEqual(await lint(await load(), { rules }))
  }
})

test('a version in which nothing was found is looked at again only where it changes', async () => {
  const asked: string[] = []
  const kept = memoryCache()
  const cache: Cache = { ...kept, get: (kind, key) => (asked.push(kind), kept.get(kind, key)) }
  const examplesChecked = async (files: Files): Promise<number> => {
    asked.length = 0
    await lint(await loadCatalog(memorySource(toTexts(files))), { cache })
    return asked.filter((kind) => kind === 'lint-examples').length
  }
  expect(await examplesChecked(sound)).toBe(2)
  expect(await examplesChecked(changed(released, { description: 'An order was placed.' }))).toBe(1)
})
