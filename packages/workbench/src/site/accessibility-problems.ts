import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

/** As it runs in a page; what it exports is for Node. */
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Axe {
  readonly run: (options: object) => Promise<{
    readonly violations: readonly {
      readonly id: string
      readonly nodes: readonly { readonly html: string }[]
    }[]
  }>
}

/**
 * The rules that axe-core finds broken on a page as it is now, each with the first place.
 *
 * @param rules only these; all where they are left out
 */
export async function accessibilityProblems(
  page: Page,
  rules?: readonly string[],
): Promise<readonly string[]> {
  await page.evaluate(axe)
  return page.evaluate(violations, rules)
}

/** Runs in the page. */
async function violations(rules: readonly string[] | undefined): Promise<string[]> {
  const options = { preload: false, ...(rules === undefined ? {} : { runOnly: rules }) }
  const found = await (globalThis as unknown as { readonly axe: Axe }).axe.run(options)
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`)
}
