import type { Finding } from '@concordat/toolkit/model'
import { h, type JSX } from 'preact'
import type { Page } from '../frame/page.ts'
import { badge } from '../parts/badges.ts'
import { count } from '../parts/count.ts'
import { pageTitle } from '../parts/page-title.ts'
import { sourceLink } from '../parts/source-link.ts'
import { PAGES } from '../site/page-paths.ts'
import type { Site } from '../site/site.ts'
import { TRAILS } from '../site/trail.ts'

/** What lint finds, by rule. */
export function lintPage(site: Site, findings: readonly Finding[]): Page {
  const errors = findings.filter(({ severity }) => severity === 'error').length
  const rules = [...Map.groupBy(findings, ({ rule }) => rule)].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return {
    path: PAGES.lint,
    title: 'Lint',
    summary: 'What is invalid or loses messages',
    trail: TRAILS.overview,
    head: pageTitle({
      title: 'Lint',
      subtitle:
        findings.length === 0
          ? 'Lint finds nothing in these contracts.'
          : `${count(errors, 'error')} and ${count(findings.length - errors, 'warning')}`,
    }),
    sections: rules.map(([rule, list]) => ({
      id: `rule-${rule}`,
      title: rule,
      body: h(
        'ul',
        { class: 'rows' },
        list.map((finding) => row(site, finding)),
      ),
    })),
  }
}

function row(site: Site, { severity, message, why, fix, place }: Finding): JSX.Element {
  return h(
    'li',
    null,
    h('div', { class: 'name' }, badge(severity, severity === 'error' ? 'danger' : 'warn'), message),
    h('p', null, `${why} ${fix}`),
    h('p', null, sourceLink(site, place)),
  )
}
