import type { Page } from '../frame/page.ts'
import { count } from '../parts/count.ts'
import { eventRows } from '../parts/event-rows.ts'
import { linksFrom } from '../parts/links.ts'
import { pageTitle } from '../parts/page-title.ts'
import { PAGES } from '../site/page-paths.ts'
import type { Site } from '../site/site.ts'
import { systemTitle } from '../site/system-title.ts'
import { TRAILS } from '../site/trail.ts'

/** Every event, by system. */
export function eventsPage(site: Site): Page {
  const path = PAGES.events
  const links = linksFrom(site, path)
  return {
    path,
    title: 'Events',
    summary: 'Every event with its senders and receivers',
    trail: TRAILS.overview,
    head: pageTitle({ title: 'Events', subtitle: count(site.events.length, 'event') }),
    sections: site.systems
      .filter(({ events }) => events.length > 0)
      .map(({ system, events }) => ({
        id: `system-${system.name}`,
        title: systemTitle(system),
        body: eventRows(events, links),
      })),
  }
}
