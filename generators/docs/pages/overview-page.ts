import { Fragment, h, type JSX } from 'preact'
import type { Page } from '../frame/page.ts'
import { section } from '../frame/section.ts'
import { firstSentence } from '../markdown/markdown.ts'
import { count } from '../parts/count.ts'
import { facts } from '../parts/facts.ts'
import { linksFrom } from '../parts/links.ts'
import { pageTitle } from '../parts/page-title.ts'
import type { SystemEntry } from '../site/event-entry.ts'
import { PAGES } from '../site/page-paths.ts'
import type { Site } from '../site/site.ts'

/** The first page: what there is, by system. */
export function overviewPage(site: Site): Page {
  const path = PAGES.overview
  const { systems, events, catalog, sharedTypes } = site
  const links = linksFrom(site, path)
  const services = systems.flatMap(({ system }) => system.services)
  const owners = new Set(services.flatMap(({ owner }) => owner ?? []))
  return {
    path,
    title: 'Overview',
    summary: `${count(events.length, 'event')} of ${count(systems.length, 'system')}`,
    trail: [],
    head: h(
      Fragment,
      null,
      pageTitle({
        title: 'Event contracts',
        subtitle:
          'Every event of these systems: what it says, who sends it, who receives it and how to use it.',
      }),
      facts([
        ['Events', links.to(PAGES.events, String(events.length))],
        ['Systems', String(systems.length)],
        ['Applications', String(services.length)],
        ['Owners', owners.size === 0 ? undefined : String(owners.size)],
        [
          'Versions of schemas',
          catalog.subjects.length === 0
            ? undefined
            : links.to(
                PAGES.types,
                String(catalog.subjects.reduce((sum, { versions }) => sum + versions.length, 0)),
              ),
        ],
        [
          'Shared types',
          sharedTypes.length === 0 ? undefined : links.to(PAGES.types, String(sharedTypes.length)),
        ],
      ]),
    ),
    sections: [
      ...section(
        'systems',
        'Systems',
        h(
          'ul',
          { class: 'cards' },
          systems.map((entry) => systemCard(entry, links)),
        ),
      ),
    ],
  }
}

function systemCard(
  { system, events, channels }: SystemEntry,
  links: ReturnType<typeof linksFrom>,
): JSX.Element {
  const summary = firstSentence(system.description)
  const protocols = [...new Set(system.servers.map(({ protocol }) => protocol))]
  return h(
    'li',
    null,
    h('h3', null, links.system(system)),
    summary === undefined ? null : h('p', null, summary),
    h(
      'p',
      null,
      [
        count(events.length, 'event'),
        count(system.services.length, 'application'),
        count(channels.length, 'channel'),
        ...protocols,
      ].join(' · '),
    ),
  )
}
