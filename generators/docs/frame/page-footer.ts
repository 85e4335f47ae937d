import { h, type JSX } from 'preact'
import { hrefTo } from './href-to.ts'
import type { Page } from './page.ts'

/** The same for programs, and what made the page. */
export function pageFooter({ path, alternates = [] }: Page): JSX.Element {
  const links = [
    ...alternates,
    { path: 'llms.txt', title: 'llms.txt' },
    { path: 'xregistry.json', title: 'xRegistry' },
  ]
  return h(
    'footer',
    { class: 'bottom' },
    h('p', null, 'Generated from the contracts by Concordat.'),
    h(
      'p',
      null,
      'For programs: ',
      links.map((link, index) => [
        index === 0 ? null : ' · ',
        h('a', { href: hrefTo(path, link.path) }, link.title),
      ]),
    ),
  )
}
