import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { checkContracts, type ContractTree, type GateReport, REPORT_FORMATS } from '@concordat/toolkit/gate'
import { baseOfCatalog, lint } from '@concordat/toolkit/lint'
import { DEFAULT_CONFIG, loadCatalog, memorySource } from '@concordat/toolkit/model'
import { beforeAll, expect, it } from 'vitest'
import { ContractTexts } from './contract-texts.ts'
import { proposals } from './proposals.ts'

const golden = join(import.meta.dirname, 'golden')
const markdown = REPORT_FORMATS.find(({ name }) => name === 'markdown')
let base: ContractTree

beforeAll(async () => {
  base = await load(new ContractTexts(), 'main')
})

async function load({ texts }: ContractTexts, label: string): Promise<ContractTree> {
  const catalog = await loadCatalog(memorySource(Object.fromEntries(texts), label))
  return { catalog, config: DEFAULT_CONFIG.compatibility }
}

async function check(head: ContractTree): Promise<GateReport> {
  const found = await lint(head.catalog, { base: baseOfCatalog(base.catalog), rules: { asyncapi: 'off' } })
  return checkContracts({ head, base, lint: found, exceptions: [], today: '2026-11-28' })
}

it.each(proposals)('$name is $verdict', { timeout: 60_000 }, async ({ name, verdict, edit }) => {
  const contracts = new ContractTexts()
  edit(contracts)
  const report = await check(await load(contracts, name))
  await expect(markdown?.print(report)).toMatchFileSnapshot(join(golden, `${name}.md`))
  const isFaulty = report.lint.some(({ severity }) => severity === 'error')
  expect(isFaulty ? 'breaking' : report.verdict).toBe(verdict)
})

it('keeps no report of a proposal that is gone', () => {
  expect(readdirSync(golden).toSorted()).toEqual(proposals.map(({ name }) => `${name}.md`).toSorted())
})
