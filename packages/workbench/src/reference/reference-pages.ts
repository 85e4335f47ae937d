import { decisionIndex } from './decision-index.ts'
import { commandsPage } from './commands-page.ts'
import { configurationPage } from './configuration-page.ts'
import { gateRulesPage } from './gate-rules-page.ts'
import { reportsPage } from './reports-page.ts'
import { rulesPage } from './rules-page.ts'

/** The pages of docs/ that are derived from the code, by path from the root of the repository. */
export async function referencePages(): Promise<ReadonlyMap<string, string>> {
  return new Map([
    ['docs/adr/README.md', decisionIndex()],
    ['docs/reference/cli.md', await commandsPage()],
    ['docs/reference/config.md', configurationPage()],
    ['docs/reference/gate-rules.md', await gateRulesPage()],
    ['docs/reference/reports.md', reportsPage()],
    ['docs/reference/rules.md', await rulesPage()],
  ])
}
