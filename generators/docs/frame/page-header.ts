import { h, type JSX } from 'preact'
import { PAGES } from '../site/page-paths.ts'
import { hasTypes } from '../site/has-types.ts'
import type { Site } from '../site/site.ts'
import { hrefTo } from './href-to.ts'
import { icon } from './icon.ts'
import type { Page } from './page.ts'

/** Name of the site, the pages that lead everywhere, and room for the buttons that only work with scripts. */
export function pageHeader(site: Site, { path }: Page): JSX.Element {
  return h(
    'header',
    { class: 'top' },
    h('a', { class: 'brand', href: hrefTo(path, PAGES.overview) }, icon('mark'), 'Event contracts'),
    h(
      'nav',
      { 'aria-label': 'Site' },
      h(
        'ul',
        null,
        mainPages(site).map(([title, target]) =>
          h(
            'li',
            null,
            h(
              'a',
              { href: hrefTo(path, target), 'aria-current': target === path ? 'page' : undefined },
              title,
            ),
          ),
        ),
      ),
    ),
    h('div', { class: 'tools' }),
  )
}

function mainPages(site: Site): readonly (readonly [string, string])[] {
  const { context } = site
  return [
    ['Events', PAGES.events],
    ...(hasTypes(site) ? [['Types', PAGES.types] as const] : []),
    ['Fields', PAGES.fields],
    ['Deprecations', PAGES.deprecations],
    ...(context.findings === undefined ? [] : [['Lint', PAGES.lint] as const]),
    ...(context.proposal === undefined ? [] : [['Changes', PAGES.changes] as const]),
  ]
}
