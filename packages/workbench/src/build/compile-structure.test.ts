import { globSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { AsyncAPIFormats } from '@asyncapi/parser/cjs/ruleset/formats.js'
import { documentStructure } from '@asyncapi/parser/cjs/ruleset/functions/documentStructure.js'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { repositoryRoot } from '../repository-root.ts'
import { compileStructure, STRUCTURE_VERSIONS } from './compile-structure.ts'

type Context = Parameters<typeof documentStructure>[2]
type Tree = { [key: string]: unknown }

/** What @asyncapi/parser finds itself. */
async function faults(document: object, version: string, resolved: boolean): Promise<number> {
  const format = AsyncAPIFormats.find(version)
  const context = {
    path: [],
    rule: {},
    document: { formats: new Set([format]) },
    documentInventory: inventory,
  } as unknown as Context
  return ((await documentStructure(document, { resolved }, context)) ?? []).length
}

const inventory = {}

/** The module as Node would import it. */
function accepts(version: string, resolved: boolean): (document: object) => boolean {
  const module = { exports: {} }
  const require = createRequire(join(repositoryRoot, 'package.json'))
  // oxlint-disable-next-line typescript/no-implied-eval -- the code under test
  new Function('module', 'exports', 'require', compileStructure(version, resolved))(
    module,
    module.exports,
    require,
  )
  return module.exports as (document: object) => boolean
}

const documents = globSync('asyncapi/**/*.yaml', { cwd: repositoryRoot })
  .toSorted()
  .map((path) => parse(readFileSync(join(repositoryRoot, path), 'utf8')) as Tree)

const older: Tree = {
  asyncapi: '2.6.0',
  info: { title: 'Orders', version: '1.0.0', contact: { email: 'orders@example.com' } },
  servers: { rabbit: { url: 'localhost', protocol: 'amqp', variables: { port: { default: '5672' } } } },
  channels: {
    orders: {
      publish: { operationId: 'place', message: { oneOf: [{ payload: { type: 'object' } }, { name: 'b' }] } },
      bindings: { amqp: { is: 'queue', queue: { name: 'orders', durable: true } } },
    },
  },
}

describe.each(STRUCTURE_VERSIONS)('the compiled meta-schema of AsyncAPI %s', (version) => {
  const samples = version.startsWith('2') ? [older] : documents.map((one) => ({ ...one, asyncapi: version }))

  it.each([true, false])(
    'accepts nothing that the parser finds something wrong with (resolved: %s)',
    async (resolved) => {
      const check = accepts(version, resolved)
      const tried = samples.flatMap((sample, index) => [
        sample,
        ...damaged(sample, index + 1, 1200 / samples.length),
      ])
      let accepted = 0
      let faulty = 0
      for (const document of tried) {
        const found = await faults(document, version, resolved)
        if (found > 0) faulty++
        if (!check(document)) continue
        accepted++
        expect({ found, document }).toEqual({ found: 0, document })
      }
      expect(accepted).toBeGreaterThan(tried.length / 20)
      expect(faulty).toBeGreaterThan(0)
    },
  )
})

/** Copies with one thing taken away, renamed or replaced, each somewhere else. */
function damaged(document: Tree, seed: number, count: number): readonly Tree[] {
  let state = seed
  const random = (below: number): number => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0
    return (state >>> 8) % below
  }
  return Array.from({ length: count }, () => {
    const copy = structuredClone(document)
    const objects = [copy]
    for (const one of objects)
      for (const value of Object.values(one))
        if (typeof value === 'object' && value !== null) objects.push(value as Tree)
    const target = objects[random(objects.length)] ?? copy
    const keys = Object.keys(target)
    const key = keys[random(keys.length || 1)] ?? 'new'
    const value = target[key]
    if (random(3) > 0 || key === 'asyncapi')
      target[key === 'asyncapi' ? 'x' : key] = REPLACEMENTS[random(REPLACEMENTS.length)]
    else delete target[key]
    if (random(4) === 0) target[REPLACED_KEYS[random(REPLACED_KEYS.length)] ?? ''] = value
    return copy
  })
}

const REPLACED_KEYS = ['$ref', 'x-extension', 'name', 'description', 'bindings', 'address']
const REPLACEMENTS: readonly unknown[] = [
  null,
  true,
  -1,
  1.5,
  '',
  'text',
  'http://a.example/%zz',
  'a@b',
  [],
  ['a', 'a'],
  {},
  { $ref: '#/x' },
  { 'x-a': 1 },
]
