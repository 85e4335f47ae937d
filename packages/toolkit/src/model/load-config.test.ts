import { describe, expect, it } from 'vitest'
import { DEFAULT_CONFIG } from './config.ts'
import { ContractError } from './contract-error.ts'
import { loadConfig } from './load-config.ts'
import { memorySource } from './sources/memory-source.ts'

function configOf(text: string): ReturnType<typeof loadConfig> {
  return loadConfig(memorySource({ 'concordat.config.json': text }))
}

async function reportOf(text: string): Promise<readonly string[]> {
  try {
    await configOf(text)
  } catch (error) {
    if (!(error instanceof ContractError)) throw error
    return error.problems.map(
      ({ code, message, place }) => `${code} ${place?.line}:${place?.column} ${message}`,
    )
  }
  return []
}

describe('loadConfig', () => {
  it('has a default for everything', async () => {
    expect(await loadConfig(memorySource({}))).toEqual(DEFAULT_CONFIG)
    expect(await configOf('{}')).toEqual(DEFAULT_CONFIG)
  })

  it('reads what is stated', async () => {
    const config = {
      documents: ['contracts/', './api/orders.yaml', '.'],
      schemas: 'contracts/schemas',
      generated: 'src/generated',
      exceptions: 'contracts/exceptions',
      targets: { typescript: { importExtension: '.js' } },
      lint: { rules: { 'event-without-consumer': 'off' } },
      compatibility: {
        mode: 'BACKWARD',
        domains: { orders: 'FULL' },
        subjects: { 'orders/order.created': 'NONE' },
        openEnums: true,
        format: 'annotation',
        exact: true,
      },
    }
    expect(await configOf(JSON.stringify({ $schema: './schema.json', ...config }))).toEqual({
      ...config,
      documents: ['contracts', 'api/orders.yaml', ''],
    })
  })

  it('names what is wrong about compatibility', async () => {
    const text = JSON.stringify({
      compatibility: {
        mode: 'BACKWARDS',
        domains: { orders: 1 },
        openEnums: 'yes',
        format: 'strict',
        modes: {},
      },
    })
    expect((await reportOf(text)).map((line) => line.replace(/^.*?:\d+ /, ''))).toEqual([
      'concordat.config.json has the unknown key "modes".',
      '/compatibility/mode in concordat.config.json must be one of BACKWARD, BACKWARD_TRANSITIVE, FORWARD, ' +
        'FORWARD_TRANSITIVE, FULL, FULL_TRANSITIVE, NONE.',
      '/compatibility/domains/orders in concordat.config.json must be one of BACKWARD, BACKWARD_TRANSITIVE, ' +
        'FORWARD, FORWARD_TRANSITIVE, FULL, FULL_TRANSITIVE, NONE.',
      '/compatibility/openEnums in concordat.config.json must be true or false.',
      '/compatibility/format in concordat.config.json must be "assertion" or "annotation".',
    ])
  })

  it('names unknown keys with their places', async () => {
    expect(await reportOf('{\n  "schema": "a",\n  "lint": {"rule": {}}\n}')).toEqual([
      'bad-config 2:3 concordat.config.json has the unknown key "schema".',
      'bad-config 3:12 concordat.config.json has the unknown key "rule".',
    ])
  })

  it('names wrong values with their places', async () => {
    const text = `{
  "documents": ["../secrets", 1],
  "schemas": "/etc",
  "generated": "a/../../b",
  "targets": {"typescript": true},
  "lint": {"rules": {"r": "warn"}}
}`
    expect(await reportOf(text)).toEqual([
      'bad-config 2:17 /documents/0 in concordat.config.json must be a path relative to the root that does not leave it.',
      'bad-config 2:31 /documents/1 in concordat.config.json must be a path relative to the root that does not leave it.',
      'bad-config 3:3 /schemas in concordat.config.json must be a path relative to the root that does not leave it.',
      'bad-config 4:3 /generated in concordat.config.json must be a path relative to the root that does not leave it.',
      'bad-config 5:15 /targets/typescript in concordat.config.json must be an object with the options of typescript.',
      'bad-config 6:22 /lint/rules/r in concordat.config.json must be "off", "warning" or "error".',
    ])
  })

  it.each(['.git/hooks', 'clone/.GIT'])('refuses to generate into %s', async (generated) => {
    expect(await reportOf(JSON.stringify({ generated }))).toEqual([
      "bad-config 1:2 /generated in concordat.config.json must be a folder outside git's own.",
    ])
  })

  it('refuses what is not JSON and what is not an object', async () => {
    expect(await reportOf('module.exports = {}')).toEqual([
      'syntax 1:1 concordat.config.json is not valid JSON: a value should stand here, not "m".',
    ])
    expect(await reportOf('[]')).toEqual(['bad-config 1:1 concordat.config.json must be an object.'])
  })
})
