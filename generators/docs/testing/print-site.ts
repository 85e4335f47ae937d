import type { Generator } from '@concordat/toolkit/codegen'
import { loadCatalog, memorySource } from '@concordat/toolkit/model'
import { createDocsGenerator } from '../docs-generator.ts'

/** The whole site over contracts in memory, by path. */
export async function printSite(
  contracts: Readonly<Record<string, unknown>>,
  generator: Generator = createDocsGenerator({}),
): Promise<ReadonlyMap<string, string>> {
  const files = Object.entries(contracts).map(([path, content]) => [path, JSON.stringify(content)] as const)
  const catalog = await loadCatalog(memorySource(Object.fromEntries(files)))
  const units = await generator.plan(catalog, {})
  const printed = await Promise.all(units.map((unit) => unit.render()))
  return new Map(printed.flat().map(({ path, content }) => [path, content]))
}
