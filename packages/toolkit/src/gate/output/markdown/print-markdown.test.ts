import { Marked } from 'marked'
import { describe, expect, it } from 'vitest'
import type { Change } from '../../change.ts'
import type { GateReport } from '../../report.ts'
import { hostileReport } from '../../testing/hostile-report.ts'
import { sampleChange, sampleFinding } from '../../testing/sample-change.ts'
import { largeReport, quietReport, sampleReport } from '../../testing/sample-report.ts'
import { printMarkdown } from './print-markdown.ts'

const limit = 65_536

/** What a browser gets, without the code blocks and spans in which everything is text. */
function htmlWithoutCode(markdown: string): string {
  const html = new Marked({ gfm: true }).parse(markdown) as string
  return html.replaceAll(/<code[^>]*>[^<]*<\/code>/g, '')
}

/** How many changes a comment shows or counts, by verdict. */
function verdictsIn(markdown: string): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const [, verdict = '', rest = ''] of markdown.matchAll(/^\| \S+ (\w+) \| (.+) \|$/gm)) {
    const [what = '', count = ''] = rest.split(' | ')
    const isGroup = what.startsWith('each ') || what.includes('/…`')
    counts[verdict] = (counts[verdict] ?? 0) + (isGroup ? Number(count.replaceAll(',', '')) : 1)
  }
  return counts
}

describe('printMarkdown', () => {
  it('says the verdict in the first line and what it compared with in the next', () => {
    const [first, , second] = printMarkdown(sampleReport).split('\n')
    expect(first).toMatch(/^❌ \*\*Breaking: 2 of 6 changes break somebody/)
    expect(second).toBe('Compared with `main (1a2b3c4d)`; proposed is `folder .`.')
  })

  it('does not look green where lint finds an error', () => {
    expect(printMarkdown({ ...quietReport, lint: sampleReport.lint.slice(0, 1) })).toMatch(/^❌/)
    expect(printMarkdown({ ...quietReport, lint: sampleReport.lint.slice(1) })).toMatch(/^✅/)
  })

  it('is loud where there was nothing to compare with', () => {
    const text = printMarkdown({ ...quietReport, base: { missing: 'HEAD is the first commit' } })
    expect(text).toContain('⚠️ Nothing to compare with: HEAD is the first commit')
    expect(text).toMatch(/^⚠️ \*\*Nothing breaks within the proposed tree itself\.\*\*/)
  })

  it('shows text of contracts as text: no element, link, picture or mention comes out of it', () => {
    const html = htmlWithoutCode(printMarkdown(hostileReport))
    const elements = [...html.matchAll(/<\/?([a-z]+)/gi)].map(([, name = '']) => name)
    const own = 'br details li ol p pre strong summary table tbody td th thead tr'.split(' ')
    expect(new Set(elements)).toEqual(new Set(own))
    expect(html).not.toMatch(/@\w|[^&]#\d|GH-\d|www\.|:\/\//)
    const count = (element: string): number => elements.filter((name) => name === element).length
    expect(count('details')).toBe(2 * 3)
    expect(count('td')).toBe(2 * 2 * 5)
  })

  it.each([10, 100, 500, 2_000, 10_000])('stays below the limit with %i changes and counts each', (count) => {
    const text = printMarkdown(largeReport(count))
    expect(text.length).toBeLessThan(limit)
    expect(Buffer.byteLength(text)).toBeLessThan(limit)
    expect(verdictsIn(text)).toEqual({ breaking: count / 10, compatible: (count / 10) * 9 })
  })

  it('uses the room that it has for details, and says how many it leaves out', () => {
    const text = printMarkdown(largeReport(500))
    const shown = text.match(/<details>/g)?.length ?? 0
    expect(text.length).toBeGreaterThan(limit * 0.9)
    expect(text).toContain(`_${50 - shown} details left out`)
  })

  it('counts changes of so many domains that not even these fit', () => {
    const changes = Array.from({ length: 5_000 }, (_, index) =>
      sampleChange(`domain-${index}-${'x'.repeat(40)}/subject`, index < 3_000 ? [sampleFinding()] : []),
    )
    const text = printMarkdown({ ...quietReport, verdict: 'breaking', changes })
    expect(Buffer.byteLength(text)).toBeLessThan(limit)
    expect(text).toContain('| ❌ breaking | each subject | 3,000 |')
    expect(text).toContain('| ✅ compatible | each subject | 2,000 |')
  })

  it('tells a rule that lint breaks in many places once, with the places', () => {
    const [finding] = sampleReport.lint
    const lint = Array.from({ length: 25 }, () => finding).filter((one) => one !== undefined)
    const text = printMarkdown({ ...quietReport, lint })
    expect(text.match(/<details>/g)).toHaveLength(1)
    expect(text).toContain('in 25 places</summary>')
    expect(text).toContain('- 5 more')
  })

  it('cuts a witness of megabytes', () => {
    const witness = {
      value: { text: '`'.repeat(3_000_000) },
      sentBy: 'a',
      refusedBy: 'b',
      at: '',
      error: 'e',
    }
    const report: GateReport = {
      ...quietReport,
      changes: [sampleChange('a/b', [sampleFinding({ witness })])],
    }
    const text = printMarkdown(report)
    expect(Buffer.byteLength(text)).toBeLessThan(limit)
    expect(text).toContain('<details>')
  })

  it('has a column for each application, those that are hit first, and one for those that do not fit', () => {
    const change: Change = {
      ...sampleChange('a/b', [sampleFinding({ hit: [{ role: 'consumer', applications: ['shop/z'] }] })]),
      parties: 'abcdefghz'.split('').map((name) => ({ role: 'consumer', application: `shop/${name}` })),
    }
    const text = printMarkdown({ ...quietReport, changes: [change] })
    expect(text).toContain('| `z` | `a` | `b` | `c` | `d` | 4 others |')
    expect(text).toContain('| ❌ hit | unaffected | unaffected |')
    expect(text).toMatch(/\| unaffected \|$/m)
  })
})
