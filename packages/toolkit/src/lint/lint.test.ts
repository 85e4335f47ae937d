import { expect, test } from 'vitest'
import { memoryCache } from '../cache/testing/memory-cache.ts'
import type { Catalog } from '../model/catalog.ts'
import { ContractError } from '../model/contract-error.ts'
import { loadCatalog } from '../model/load-catalog.ts'
import { memorySource } from '../model/sources/memory-source.ts'
import { lint, type LintOptions } from './lint.ts'
import { orderCreated } from './testing/sample-subject.ts'
import { toTexts } from './testing/check-rule.ts'

const faulty = {
  title: 'OrderPlaced',
  description: 'x',
  properties: { total: { format: 'datetime' } },
  examples: [],
}

function load(schema: object = faulty): Promise<Catalog> {
  return loadCatalog(memorySource(toTexts(orderCreated({ '1.0.0': {}, '1.1.0': schema }))))
}

async function found(options: LintOptions = {}): Promise<readonly string[]> {
  const findings = await lint(await load(), options)
  return findings.map(
    ({ rule, severity, place: { line, column } }) => `${line}:${column} ${severity} ${rule}`,
  )
}

test('gives each finding the severity, the reason and the position, sorted by file and line', async () => {
  expect(await found()).toEqual([
    '1:1 warning too-few-examples',
    '3:3 error title-differs-between-versions',
    '7:7 warning unknown-format',
  ])
  const [finding] = await lint(await load())
  expect(finding).toEqual({
    rule: 'too-few-examples',
    severity: 'warning',
    place: { file: 'schemas/orders/order.created/1.1.0.json', line: 1, column: 1, pointer: '' },
    message: 'orders/order.created/1.1.0 has no examples',
    why: expect.stringContaining('Examples are what people read first'),
    fix: expect.stringContaining('Add "examples"'),
  })
})

test('changes the severity of rules and leaves out those that are off', async () => {
  expect(await found({ rules: { 'too-few-examples': 'error', 'unknown-format': 'off' } })).toEqual([
    '1:1 error too-few-examples',
    '3:3 error title-differs-between-versions',
  ])
})

test('refuses settings for a rule that does not exist', async () => {
  const attempt = lint(await load(), { rules: { 'to-few-examples': 'off', __proto__x: 'off' } })
  await expect(attempt).rejects.toThrow(ContractError)
  await expect(attempt).rejects.toThrow('There is no lint rule "to-few-examples"')
})

test('gives the same findings from a cache, and new ones when a file changes', async () => {
  const kept = new Map<string, string>()
  const cache = memoryCache(kept)
  const cold = await lint(await load(), { cache })
  const entries = new Map(kept)
  expect(await lint(await load(), { cache })).toEqual(cold)
  expect(kept).toEqual(entries)
  expect(await lint(await load({ examples: [] }), { cache })).toHaveLength(1)
  expect(await lint(await load(), { cache, rules: { 'unknown-format': 'off' } })).toHaveLength(2)
})
