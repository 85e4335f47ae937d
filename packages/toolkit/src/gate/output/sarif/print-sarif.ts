import type { GateReport } from '../../report.ts'
import { jsonLines } from '../json-lines.ts'
import { listFindings } from '../list-findings.ts'
import { visibleText } from '../visible-text.ts'
import { RULE_TEXTS } from './rule-texts.ts'
import type { SarifLog, SarifResult, SarifRule } from './sarif-log.ts'
import { fromFinding, fromLint } from './sarif-result.ts'

/** A log of SARIF 2.1.0, as code scanning services take it. Accepted findings stand in it as suppressed. */
export function printSarif(report: GateReport): string {
  return jsonLines(toLog(report))
}

function toLog(report: GateReport): SarifLog {
  const found = [...listFindings(report).map(fromFinding), ...report.lint.map(fromLint)]
  const rules = toRules(found)
  const indexes = new Map(rules.map(({ id }, index) => [id, index]))
  const base = 'label' in report.base ? report.base.label : report.base.missing
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Concordat', rules } },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: {
          HEAD: { description: { text: visibleText(`The proposed tree: ${report.head}`) } },
          BASE: { description: { text: visibleText(`What it was compared with: ${base}`) } },
        },
        results: found.map((result) => ({ ...result, ruleIndex: indexes.get(result.ruleId) ?? -1 })),
      },
    ],
  }
}

/** The rules that found something, by id, each with the level of its most serious result. */
function toRules(found: readonly Omit<SarifResult, 'ruleIndex'>[]): readonly SarifRule[] {
  const ids = [...new Set(found.map(({ ruleId }) => ruleId))].toSorted()
  return ids.map((id) => {
    const isError = found.some(({ ruleId, level }) => ruleId === id && level === 'error')
    const { summary = sentence(id), help } = RULE_TEXTS.get(id) ?? {}
    return {
      id,
      name: id.replaceAll(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9])/g, (_, letter: string) => letter.toUpperCase()),
      shortDescription: { text: summary },
      ...(help === undefined ? {} : { help: { text: help } }),
      defaultConfiguration: { level: isError ? 'error' : 'warning' },
    }
  })
}

/** Ids of other rules, those of lint, say what happened: `Property became required.` */
function sentence(id: string): string {
  const words = id.replaceAll('-', ' ')
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`
}
