import { type Change, comparedWith, nameChange } from '@concordat/toolkit/gate'
import { h, type JSX } from 'preact'
import { hrefTo } from '../frame/href-to.ts'
import { PAGES } from '../site/page-paths.ts'
import type { Site } from '../site/site.ts'
import { verdictBadge } from '../parts/verdict-badge.ts'
import { changeId } from './change-view.ts'

/** Marks on a page what the proposal changes of the thing that it is about. */
export function proposalNote(
  { context }: Site,
  page: string,
  changes: readonly Change[],
): JSX.Element | null {
  if (context.proposal === undefined || changes.length === 0) return null
  return h(
    'div',
    { class: 'note accent' },
    h('p', null, h('strong', null, 'Changed by this proposal'), `. ${comparedWith(context.proposal)}.`),
    h(
      'ul',
      null,
      changes.map((change) =>
        h(
          'li',
          null,
          h('a', { href: `${hrefTo(page, PAGES.changes)}#${changeId(change)}` }, titleOf(change)),
          ' ',
          verdictBadge(change.verdict),
        ),
      ),
    ),
  )
}

function titleOf(change: Change): string {
  const [finding] = change.findings
  return finding === undefined ? nameChange(change) : `${nameChange(change)}: ${finding.message}`
}
