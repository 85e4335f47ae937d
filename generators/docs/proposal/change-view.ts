import { type Change, judgeBump, nameChange } from '@concordat/toolkit/gate'
import { h, type JSX } from 'preact'
import { badge } from '../parts/badges.ts'
import { verdictBadge } from '../parts/verdict-badge.ts'
import { type FindingContext, findingView } from '../versions/finding-view.ts'

/** Id of a change on the page of changes. */
export function changeId({ thing, from, to }: Change): string {
  return encodeURIComponent(`${thing.kind}-${thing.name}-${from}-${to}`)
}

/** A change with all that was found about it. */
export function changeView(
  change: Change,
  title: JSX.Element | string | undefined,
  context: FindingContext,
): JSX.Element {
  const bump = judgeBump(change)
  return h(
    'li',
    { id: changeId(change) },
    h(
      'div',
      { class: 'name' },
      title ?? nameChange(change),
      verdictBadge(change.verdict),
      bump === undefined ? null : badge(`the version number ${bump}`, 'warn'),
    ),
    change.findings.length === 0 ? null : change.findings.map((finding) => findingView(finding, context)),
  )
}
