import { child } from '@concordat/toolkit/model'
import { h, type JSX } from 'preact'
import type { Page } from '../frame/page.ts'
import { section } from '../frame/section.ts'
import { firstSentence } from '../markdown/markdown.ts'
import { count } from '../parts/count.ts'
import { type Links, linksFrom } from '../parts/links.ts'
import { pageTitle } from '../parts/page-title.ts'
import { PAGES } from '../site/page-paths.ts'
import type { SharedType } from '../site/shared-types.ts'
import type { Site } from '../site/site.ts'
import { TRAILS } from '../site/trail.ts'

/** Every subject, by domain: schemas of events and the types that they share; then the types that have no versions. */
export function typesPage(site: Site): Page {
  const path = PAGES.types
  const links = linksFrom(site, path)
  const { catalog, sharedTypes } = site
  const { subjects } = catalog
  const domains = [...Map.groupBy(subjects, ({ domain }) => domain)]
  return {
    path,
    title: 'Types',
    summary: 'Every schema that has a name, and who uses it',
    trail: TRAILS.overview,
    head: pageTitle({
      title: 'Types',
      subtitle: [
        ...(subjects.length === 0
          ? []
          : [`${count(subjects.length, 'schema')} with their versions, by domain.`]),
        ...(sharedTypes.length === 0
          ? []
          : [`${count(sharedTypes.length, 'type')} that messages refer to by name.`]),
      ].join(' '),
    }),
    sections: [
      ...domains.map(([domain, members]) => ({
        id: `domain-${domain}`,
        title: domain,
        body: rows(members.map((subject) => subjectRow(site, subject, links))),
      })),
      ...section(
        'shared',
        subjects.length === 0 ? 'Shared types' : 'Types without versions',
        sharedTypes.length === 0 ? undefined : rows(sharedTypes.map((type) => typeRow(site, type, links))),
      ),
    ],
  }
}

function rows(items: readonly JSX.Element[]): JSX.Element {
  return h('ul', { class: 'rows' }, items)
}

function typeRow({ paths, catalog }: Site, type: SharedType, links: Links): JSX.Element {
  const description = child(type.schema, 'description')?.value
  const summary = typeof description === 'string' ? firstSentence(description) : undefined
  const { file, line } = catalog.locate(type.schema)
  return h(
    'li',
    null,
    h('div', { class: 'name' }, links.to(paths.type(type), type.name)),
    summary === undefined ? null : h('p', null, summary),
    h(
      'p',
      null,
      h('code', null, `${file}:${line}`),
      ` · part of ${count(type.events.length, 'event')}`,
      type.partOf.length === 0 ? null : ` and ${count(type.partOf.length, 'other type')}`,
    ),
  )
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
