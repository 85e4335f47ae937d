import { renderToString } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { changelog, versionPairs } from './changelog.ts'
import { rememberDiffs } from './diff-versions.ts'
import { subjectOf } from './testing/subject-of.ts'
import { versionsStyle } from './versions-style.ts'
import { changelogView, diffChooser, type VersionsContext } from './versions-view.ts'

const HOSTILE = `<script>alert(1)</script>"' onload=x`

const context: VersionsContext = {
  source: ({ file, line }) => `${file}:${line}`,
  application: (id) => `<${id}>`,
  partOf: () => [],
  version: ({ version }) => version,
}

const versions = {
  '1.0.0': { type: 'object', properties: { id: { type: 'string' }, [HOSTILE]: { enum: ['a', HOSTILE] } } },
  '1.1.0': {
    type: 'object',
    description: HOSTILE,
    required: ['id', HOSTILE],
    properties: { id: { type: 'integer' }, [HOSTILE]: { enum: [HOSTILE] }, new: { pattern: HOSTILE } },
  },
  '2.0.0': { type: 'object' },
}

describe('versions on a page', () => {
  it('show the message that proves a break, who is hit and where it stands', async () => {
    const { catalog, subject } = await subjectOf(versions)
    const page = renderToString(changelogView(changelog(subject, rememberDiffs(catalog)), context))
    expect(page).toContain('<li id="changes-1.1.0"><h3>1.1.0</h3>')
    expect(page).toContain('<summary>The message that proves it</summary>')
    expect(page).toContain('publishers that the contracts do not name')
    expect(page).toContain('schemas/orders/order.created/1.1.0.json:1')
    expect(page).toContain('the version number claims minor, needs major')
    expect(page).toContain('The first version.')
  })

  it('name as hit those whose events have a type as a part, where nobody has it as data', async () => {
    const { catalog, subject } = await subjectOf(versions)
    const entries = changelog(subject, rememberDiffs(catalog))
    const part = { ...context, partOf: (role: string) => (role === 'publisher' ? ['shop/a', 'shop/b'] : []) }
    const page = renderToString(changelogView(entries, part))
    expect(page).toContain('Hit: publishers &lt;shop/a>, &lt;shop/b>.')
    expect(page).toContain('consumers that the contracts do not name')
  })

  it('show text of a contract and never obey it', async () => {
    const { catalog, subject } = await subjectOf(versions)
    const page = renderToString(changelogView(changelog(subject, rememberDiffs(catalog)), context))
    expect(page).not.toContain('<script')
    expect(page).toContain('&lt;script>')
  })

  it('offer each pair to a script, and have all pairs without one', async () => {
    const { catalog, subject } = await subjectOf(versions)
    const chooser = diffChooser(versionPairs(subject), rememberDiffs(catalog), 'diff', context)
    const page = renderToString(chooser!)
    const offered = [...page.matchAll(/<option[^>]* value="([^"]+)"|<option value="([^"]+)"/g)].map(
      ([, first, second]) => first ?? second,
    )
    expect(offered).toEqual(['1.1.0..2.0.0', '1.0.0..1.1.0', '1.0.0..2.0.0'])
    expect(page).toContain('<form data-choose="diff" hidden>')
    for (const name of offered) expect(page).toContain(`id="diff-${name}" data-part="${name}"`)
    const one = await subjectOf({ '1.0.0': {} })
    expect(
      diffChooser(versionPairs(one.subject), rememberDiffs(one.catalog), 'diff', context),
    ).toBeUndefined()
  })

  it('have no style for what they do not print', async () => {
    const { catalog, subject } = await subjectOf(versions)
    const page = renderToString(changelogView(changelog(subject, rememberDiffs(catalog)), context))
    const styled = [...versionsStyle.matchAll(/\.([a-z][a-z-]+)/g)].map(([, name]) => name ?? '')
    expect(styled.filter((name) => !page.includes(name))).toEqual([])
  })
})
