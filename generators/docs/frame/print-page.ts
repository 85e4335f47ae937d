import { h, type JSX } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { Site } from '../site/site.ts'
import { contentSecurityPolicy } from './content-security-policy.ts'
import { hrefTo } from './href-to.ts'
import type { Page } from './page.ts'
import { pageFooter } from './page-footer.ts'
import { pageHeader } from './page-header.ts'

/** Prints a whole document: the frame that every page shares, and the page in it. */
export function printPage(site: Site, page: Page): string {
  return `<!doctype html>\n${closeShapes(renderToString(document(site, page)))}\n`
}

/** Pictures have hundreds of shapes; in text from a contract this markup cannot occur, because it is escaped. */
function closeShapes(html: string): string {
  return html.replaceAll('></path>', '/>').replaceAll('></rect>', '/>')
}

function document(site: Site, page: Page): JSX.Element {
  return h(
    'html',
    { lang: 'en' },
    head(page),
    h(
      'body',
      null,
      h('a', { class: 'skip', href: '#main' }, 'Skip to the content'),
      pageHeader(site, page),
      h(
        'div',
        { class: 'layout' },
        h('main', { id: 'main', tabindex: -1 }, trail(page), page.head, page.sections.map(sectionElement)),
      ),
      pageFooter(page),
    ),
  )
}

function head({ path, title, summary, alternates = [] }: Page): JSX.Element {
  const link = (target: string): string => hrefTo(path, target)
  return h(
    'head',
    null,
    h('meta', { charset: 'utf-8' }),
    h('meta', { 'http-equiv': 'Content-Security-Policy', content: contentSecurityPolicy }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('meta', { name: 'color-scheme', content: 'light dark' }),
    summary === undefined ? null : h('meta', { name: 'description', content: summary }),
    h('title', null, `${title} · Event contracts`),
    h('link', { rel: 'icon', href: 'data:,' }),
    h('link', { rel: 'stylesheet', href: link('style.css') }),
    alternates.map((other) =>
      h('link', { rel: 'alternate', type: other.type, title: other.title, href: link(other.path) }),
    ),
    // Not deferred: it sets the theme that was chosen before anything is drawn.
    h('script', { src: link('site.js') }),
  )
}

function trail({ path, trail, title }: Page): JSX.Element | null {
  if (trail.length === 0) return null
  return h(
    'nav',
    { class: 'trail', 'aria-label': 'Breadcrumb' },
    h(
      'ol',
      null,
      trail.map((step) => h('li', null, h('a', { href: hrefTo(path, step.path) }, step.title))),
      h('li', { 'aria-current': 'page' }, title),
    ),
  )
}

function sectionElement({ id, title, body }: Page['sections'][number]): JSX.Element {
  return h('section', { id }, h('h2', null, h('a', { class: 'anchor', href: `#${id}` }, title)), body)
}
