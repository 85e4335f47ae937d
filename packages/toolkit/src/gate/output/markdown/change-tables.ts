import { type Change, CHANGE_VERDICTS } from '../../change.ts'
import { judgeBump } from '../describe-change.ts'
import { cutText } from '../visible-text.ts'
import { applicationColumns } from './application-columns.ts'
import { cellCode } from './escape-markdown.ts'
import { VERDICT_MARKS } from './verdict-mark.ts'

/** A way to show the verdicts of all changes; each is shorter than the one before it, and the last is always short. */
export const CHANGE_TABLES: readonly ((changes: readonly Change[]) => string)[] = [
  rowsWithApplications,
  rows,
  rowsAndGroups,
  (changes) => groups(changes, domainOf),
  (changes) => groups(changes, () => ''),
]

function rowsWithApplications(changes: readonly Change[]): string {
  const { heads, cells } = applicationColumns(changes)
  return table(
    [...HEADS, ...heads],
    changes.map((change) => [...row(change), ...cells(change)]),
  )
}

function rows(changes: readonly Change[]): string {
  return table(HEADS, changes.map(row))
}

/** A row for what needs somebody's attention; the rest is counted. */
function rowsAndGroups(changes: readonly Change[]): string {
  const compatible = changes.filter(({ verdict }) => verdict === 'compatible')
  const others = changes.filter(({ verdict }) => verdict !== 'compatible')
  const parts = [
    others.length > 0 ? rows(others) : '',
    compatible.length > 0 ? groups(compatible, domainOf) : '',
  ]
  return parts.filter((part) => part !== '').join('\n\n')
}

function groups(changes: readonly Change[], groupOf: (change: Change) => string): string {
  const counts = new Map<string, number>()
  for (const change of changes) {
    const key = JSON.stringify([change.verdict, change.thing.kind, groupOf(change)])
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const sorted = CHANGE_VERDICTS.flatMap((verdict) =>
    [...counts]
      .filter(([key]) => key.startsWith(`[${JSON.stringify(verdict)},`))
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  )
  const body = sorted.map(([key, count]) => {
    const [verdict, kind, group] = JSON.parse(key) as [Change['verdict'], string, string]
    return [
      mark(verdict),
      group === '' ? `each ${kind}` : `${kind} ${cellCode(`${group}/…`, 60)}`,
      count.toLocaleString('en'),
    ]
  })
  return table(['Verdict', 'What', 'Changes'], body)
}

/** `orders` of `orders/order.created`: the domain of a subject, the system of what else there is. */
function domainOf({ thing }: Change): string {
  return thing.name.includes('/') ? thing.name.slice(0, thing.name.indexOf('/')) : ''
}

const HEADS = ['Verdict', 'What', 'Version', 'Found']

function row(change: Change): readonly string[] {
  const { verdict, thing, from, to, findings } = change
  const bump = judgeBump(change)
  const cut = [...new Set([from, to])].map((version) => cutText(version, 30))
  const versions = thing.kind === 'subject' ? cellCode(cut.join('\u00a0→\u00a0')) : ''
  const rules = [
    ...new Set(
      findings.map(
        ({ rule, exception }) => `${cellCode(rule, 60)}${exception === undefined ? '' : ' (accepted)'}`,
      ),
    ),
  ]
  return [
    mark(verdict),
    `${thing.kind} ${cellCode(thing.name, 120)}`,
    bump === undefined ? versions : `${versions}<br>${bump}`,
    rules.length > 4 ? [...rules.slice(0, 3), `${rules.length - 3} more`].join('<br>') : rules.join('<br>'),
  ]
}

function mark(verdict: Change['verdict']): string {
  return `${VERDICT_MARKS[verdict]} ${verdict}`
}

function table(heads: readonly string[], body: readonly (readonly string[])[]): string {
  const lines = [heads, heads.map(() => '---'), ...body].map((cells) => `| ${cells.join(' | ')} |`)
  return lines.join('\n')
}
