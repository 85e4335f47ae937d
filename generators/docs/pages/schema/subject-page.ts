import type { Subject } from '@concordat/toolkit/model'
import { h } from 'preact'
import type { Page } from '../../frame/page.ts'
import { section } from '../../frame/section.ts'
import { deprecatedBadge } from '../../parts/badges.ts'
import { count } from '../../parts/count.ts'
import { linksFrom } from '../../parts/links.ts'
import { pageTitle } from '../../parts/page-title.ts'
import { table } from '../../parts/table.ts'
import { PAGES } from '../../site/page-paths.ts'
import type { Site } from '../../site/site.ts'

/** All versions of a subject, newest first, and what differs between any two. */
export function subjectPage(site: Site, subject: Subject): Page {
  const path = site.paths.subject(subject)
  const links = linksFrom(site, path)
  const newest = subject.versions.at(-1)
  return {
    path,
    title: subject.name,
    summary: newest?.description,
    trail: [
      { title: 'Overview', path: PAGES.overview },
      { title: 'Types', path: PAGES.types },
    ],
    head: pageTitle({
      title: subject.name,
      subtitle: count(subject.versions.length, 'version'),
      lead: newest?.description,
    }),
    sections: section(
      'versions',
      'Versions',
      table(
        ['Version', 'Used by', 'State'],
        subject.versions
          .toReversed()
          .map((version) => [
            links.to(site.paths.version(version), version.version),
            site.eventsOf(version).map((entry) => h('div', null, links.event(entry))),
            deprecatedBadge(version.deprecated),
          ]),
      ),
    ),
  }
}
