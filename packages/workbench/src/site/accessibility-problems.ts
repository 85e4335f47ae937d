import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

/** As it runs in a page; what it exports is for Node. */
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Axe {
  readonly run: (options: { readonly preload: boolean }) => Promise<{
    readonly violations: readonly {
      readonly id: string
      readonly nodes: readonly { readonly html: string }[]
    }[]
  }>
}

/** The rules that axe-core finds broken on a page as it is now, each with the first place. */
export async function accessibilityProblems(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe)
  return page.evaluate(violations)
}

/** Runs in the page. */
async function violations(): Promise<string[]> {
  const found = await (globalThis as unknown as { readonly axe: Axe }).axe.run({ preload: false })
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`)
}
