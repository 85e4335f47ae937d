import { type Change, comparedWith, type GateReport, headline, nameChange } from '@concordat/toolkit/gate'
import { Fragment, h, type JSX } from 'preact'
import { hrefTo } from '../frame/href-to.ts'
import type { Page } from '../frame/page.ts'
import { count } from '../parts/count.ts'
import { pageTitle } from '../parts/page-title.ts'
import { findingContext } from '../parts/finding-context.ts'
import { verdictBadge } from '../parts/verdict-badge.ts'
import { changeView } from '../proposal/change-view.ts'
import { PAGES } from '../site/page-paths.ts'
import type { Site } from '../site/site.ts'
import { pageOfThing } from '../site/page-of-thing.ts'
import type { FindingContext } from '../versions/finding-view.ts'
import { TRAILS } from '../site/trail.ts'

const KINDS = [
  ['subject', 'Schemas'],
  ['message', 'Events'],
  ['channel', 'Channels'],
  ['operation', 'Operations'],
  ['server', 'Brokers'],
  ['application', 'Applications'],
] as const

/** All that a proposal changes: the preview for whoever reviews it. */
export function changesPage(site: Site, proposal: GateReport): Page {
  const { changes } = proposal
  const context = findingContext(site, PAGES.changes)
  return {
    path: PAGES.changes,
    title: 'Changes',
    summary: headline(proposal),
    trail: TRAILS.overview,
    head: h(
      Fragment,
      null,
      pageTitle({
        title: 'Changes',
        badges: [verdictBadge(proposal.verdict)],
        subtitle: `${comparedWith(proposal)}. ${count(changes.length, 'change')}.`,
        lead: headline(proposal),
      }),
    ),
    sections: KINDS.flatMap(([kind, title]) => {
      const list = changes.filter(({ thing }) => thing.kind === kind)
      if (list.length === 0) return []
      return [
        {
          id: kind,
          title,
          body: h(
            'ul',
            { class: 'rows' },
            list.map((change) => view(site, change, context)),
          ),
        },
      ]
    }),
  }
}

function view(site: Site, change: Change, context: FindingContext): JSX.Element {
  const target = pageOfThing(site, change.thing)
  const title =
    target === undefined ? undefined : h('a', { href: hrefTo(PAGES.changes, target) }, nameChange(change))
  return changeView(change, title, context)
}
