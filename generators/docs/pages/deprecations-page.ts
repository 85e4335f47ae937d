import type { Channel, Deprecation, SubjectVersion } from '@concordat/toolkit/model'
import type { JSX } from 'preact'
import type { Field } from '../field-index/field.ts'
import type { Page } from '../frame/page.ts'
import { section } from '../frame/section.ts'
import { lines } from '../parts/facts.ts'
import { fieldList } from '../parts/field-list.ts'
import { type Links, linksFrom } from '../parts/links.ts'
import { pageTitle } from '../parts/page-title.ts'
import { table } from '../parts/table.ts'
import type { EventEntry } from '../site/event-entry.ts'
import { PAGES } from '../site/page-paths.ts'
import type { Site } from '../site/site.ts'
import { TRAILS } from '../site/trail.ts'

/** What should not be used any more: since when, until when, and what instead. */
export function deprecationsPage(site: Site, fields: readonly Field[]): Page {
  const path = PAGES.deprecations
  const links = linksFrom(site, path)
  const events = site.events.filter(({ message }) => message.deprecated || message.deprecation !== undefined)
  const channels = site.systems
    .flatMap((entry) => entry.channels)
    .flatMap(({ definitions }) => definitions.find(({ deprecation }) => deprecation !== undefined) ?? [])
  const versions = site.catalog.subjects.flatMap((subject) =>
    subject.versions.filter(({ deprecated }) => deprecated),
  )
  const isEmpty = events.length + channels.length + versions.length + fields.length === 0
  return {
    path,
    title: 'Deprecations',
    summary: 'What should not be used any more',
    trail: TRAILS.overview,
    head: pageTitle({
      title: 'Deprecations',
      subtitle: isEmpty
        ? 'Nothing in these contracts is deprecated.'
        : 'What should not be used any more, until when it stays, and what to use instead.',
    }),
    sections: [
      ...section('events', 'Events', eventTable(site, events, links)),
      ...section('channels', 'Channels', channelTable(channels, links)),
      ...section('versions', 'Versions of schemas', versionTable(site, versions, links)),
      ...section('fields', 'Fields', fields.length === 0 ? undefined : fieldList(site, path, fields)),
    ],
  }
}

function eventTable(site: Site, events: readonly EventEntry[], links: Links): JSX.Element | undefined {
  if (events.length === 0) return undefined
  return table(
    COLUMNS,
    sortByRemoval(events, ({ message }) => message.deprecation).map((entry) => {
      const { since, removal, successor } = cells(entry.message.deprecation)
      const next = site.events.find(
        ({ system, name }) => system === entry.system && name === entry.message.deprecation?.successor,
      )
      return [links.event(entry), since, removal, next === undefined ? successor : links.event(next)]
    }),
  )
}

function channelTable(channels: readonly Channel[], links: Links): JSX.Element | undefined {
  if (channels.length === 0) return undefined
  return table(
    COLUMNS,
    sortByRemoval(channels, ({ deprecation }) => deprecation).map((channel) => [
      links.channel(channel),
      ...Object.values(cells(channel.deprecation)),
    ]),
  )
}

/** A newer version is what to use instead of one that is deprecated. */
function versionTable(
  site: Site,
  versions: readonly SubjectVersion[],
  links: Links,
): JSX.Element | undefined {
  if (versions.length === 0) return undefined
  return table(
    ['What', 'Used by', 'Instead'],
    versions.map((version) => {
      const newest = site.subjectOf(version).versions.findLast(({ deprecated }) => !deprecated)
      return [
        links.version(version),
        lines(site.eventsOf(version).map(links.event), 'no event'),
        newest === undefined ? NOT_STATED : links.version(newest),
      ]
    }),
  )
}

const NOT_STATED = 'not stated'
const COLUMNS = ['What', 'Since', 'May be gone from', 'Instead']

function cells(deprecation: Deprecation | undefined): Required<Record<keyof Deprecation, string>> {
  const { since, removal, successor } = deprecation ?? {}
  return {
    since: since ?? NOT_STATED,
    removal: removal ?? NOT_STATED,
    successor: successor ?? NOT_STATED,
  }
}

/** What goes first stands first; what has no date comes last. */
function sortByRemoval<T>(
  list: readonly T[],
  deprecation: (item: T) => Deprecation | undefined,
): readonly T[] {
  const day = (item: T): string => deprecation(item)?.removal ?? '9999'
  return list.toSorted((left, right) => (day(left) < day(right) ? -1 : Number(day(left) > day(right))))
}
