import { type CompatibilityConfig, DEFAULT_CONFIG } from '../../model/config.ts'
import { loadCatalog } from '../../model/load-catalog.ts'
import { memorySource } from '../../model/sources/memory-source.ts'
import { type Files, toTexts } from '../../lint/testing/check-rule.ts'
import type { ChangeFinding } from '../change.ts'
import { checkContracts, type ContractTree } from '../check-contracts.ts'
import type { GateReport } from '../report.ts'

export type { Files } from '../../lint/testing/check-rule.ts'

const TODAY = '2026-11-28'

/** The gate's report about files, held against other files where there are some. */
export async function checkTrees(
  files: Files,
  base?: Files,
  config: Partial<CompatibilityConfig> = {},
): Promise<GateReport> {
  return checkContracts({
    head: await load(files, 'head', config),
    base: base === undefined ? { missing: 'not asked for' } : await load(base, 'base', config),
    lint: [],
    exceptions: [],
    today: TODAY,
  })
}

async function load(
  files: Files,
  label: string,
  config: Partial<CompatibilityConfig>,
): Promise<ContractTree> {
  const catalog = await loadCatalog(memorySource(toTexts(files), label), { allowEmpty: true })
  return { catalog, config: { ...DEFAULT_CONFIG.compatibility, ...config } }
}

/** Every finding of a report, in its order. */
export function findingsOf({ changes }: GateReport): readonly ChangeFinding[] {
  return changes.flatMap(({ findings }) => findings)
}

/** Versions of a subject, `orders/order.created`, with schemas exactly as they are given. */
export function versions(schemas: Readonly<Record<string, unknown>>): Files {
  return Object.fromEntries(
    Object.entries(schemas).map(([version, schema]) => [
      `schemas/orders/order.created/${version}.json`,
      schema,
    ]),
  )
}
