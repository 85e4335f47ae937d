import { h, type JSX } from 'preact'
import type { Page } from '../frame/page.ts'
import { firstSentence } from '../markdown/markdown.ts'
import { count } from '../parts/count.ts'
import { type Links, linksFrom } from '../parts/links.ts'
import { pageTitle } from '../parts/page-title.ts'
import { PAGES } from '../site/page-paths.ts'
import type { Site } from '../site/site.ts'

/** Every subject, by domain: schemas of events and the types that they share. */
export function typesPage(site: Site): Page {
  const path = PAGES.types
  const links = linksFrom(site, path)
  const domains = [...Map.groupBy(site.catalog.subjects, ({ domain }) => domain)]
  return {
    path,
    title: 'Types',
    summary: 'Every schema with its versions and who uses it',
    trail: [{ title: 'Overview', path: PAGES.overview }],
    head: pageTitle({
      title: 'Types',
      subtitle: `${count(site.catalog.subjects.length, 'schema')} with their versions, by domain.`,
    }),
    sections: domains.map(([domain, subjects]) => ({
      id: `domain-${domain}`,
      title: domain,
      body: h(
        'ul',
        { class: 'rows' },
        subjects.map((subject) => subjectRow(site, subject, links)),
      ),
    })),
  }
}

function subjectRow(site: Site, subject: Site['catalog']['subjects'][number], links: Links): JSX.Element {
  const newest = subject.versions.at(-1)
  const summary = firstSentence(newest?.description) ?? newest?.title
  const events = new Set(
    subject.versions.flatMap((version) => site.eventsOf(version).map(({ name }) => name)),
  )
  const referrers = new Set(
    subject.versions.flatMap((version) => site.referrersOf(version).map(({ subject: name }) => name)),
  )
  return h(
    'li',
    null,
    h('div', { class: 'name' }, links.to(site.paths.subject(subject), subject.name)),
    summary === undefined ? null : h('p', null, summary),
    h(
      'p',
      null,
      subject.versions
        .toReversed()
        .map((version, index) => [
          index === 0 ? null : ', ',
          links.to(site.paths.version(version), version.version),
        ]),
      events.size === 0 ? null : ` · data of ${[...events].join(', ')}`,
      referrers.size === 0 ? null : ` · part of ${count(referrers.size, 'other schema')}`,
    ),
  )
}
