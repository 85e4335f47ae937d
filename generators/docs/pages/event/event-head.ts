import type { Change } from '@concordat/toolkit/gate'
import { type ComponentChildren, Fragment, h, type JSX } from 'preact'
import { icon } from '../../frame/icon.ts'
import { badge, deprecatedBadge, kindBadge } from '../../parts/badges.ts'
import { deprecationNote } from '../../parts/deprecation-note.ts'
import { facts, lines } from '../../parts/facts.ts'
import { applicationsOf, type Links, placeOnBroker } from '../../parts/links.ts'
import { hrefTo } from '../../frame/href-to.ts'
import { pictureLinks } from '../../parts/picture-links.ts'
import { eventPicture } from '../../pictures/event-picture.ts'
import { pictureView } from '../../pictures/picture-view.ts'
import { proposalNote } from '../../proposal/proposal-note.ts'
import { lastChangeInShort } from '../../parts/last-change.ts'
import { pageTitle } from '../../parts/page-title.ts'
import { sourceLink } from '../../parts/source-link.ts'
import type { EventEntry } from '../../site/event-entry.ts'
import type { Site } from '../../site/site.ts'
import { externalDocs } from '../../parts/outside-link.ts'

/** The answers that most readers come for: what it is, from whom, to whom, where, in which version. */
export function eventHead(site: Site, entry: EventEntry, links: Links): JSX.Element {
  const { message, senders, receivers, channels } = entry
  const { version } = message
  const path = site.paths.event(message)
  const owners = [...new Set(applicationsOf(senders).flatMap(({ owner }) => owner ?? []))]
  return h(
    Fragment,
    null,
    pageTitle({
      title: message.title ?? entry.name,
      badges: [
        kindBadge(message.kind),
        version === undefined ? null : badge(version.version),
        deprecatedBadge(message.deprecated),
      ],
      subtitle: wireNames(entry),
      lead: message.description ?? message.summary,
    }),
    deprecationNote(message.deprecated, message.deprecation),
    proposalNote(site, path, changesOfEvent(site, entry)),
    facts([
      [
        label('send', 'Sent by'),
        lines(applicationsOf(senders).map(links.application), 'nobody in these contracts'),
      ],
      [
        label('receive', 'Received by'),
        lines(applicationsOf(receivers).map(links.application), 'nobody in these contracts'),
      ],
      [
        'Published to',
        lines(
          channels.map((channel) =>
            h(
              'a',
              { href: hrefTo(path, site.paths.channel(channel)) },
              h('code', null, placeOnBroker(channel)),
            ),
          ),
          'not stated',
        ),
      ],
      version === undefined
        ? undefined
        : ['Schema', [schemaName(site, entry, links), versionsLink(site, entry, links)]],
      ['Last change', lastChangeInShort(site, version)],
      ['Owner', owners.join(', ') || undefined],
      ['Tags', message.tags.join(', ') || undefined],
      ['More', externalDocs(site.catalog, message.node)],
      ['Contract', sourceLink(site, message.node)],
    ]),
    pictureView(eventPicture(entry, pictureLinks(site, path)), 'around'),
  )
}

/** The names by which programs know it, as far as the title is another one. */
function wireNames({ message, name }: EventEntry): ComponentChildren {
  const names = [...new Set([name, message.type])].filter((each) => each !== (message.title ?? name))
  return names.length === 0
    ? undefined
    : names.map((each, index) => [index > 0 && ' · ', h('code', null, each)])
}

function changesOfEvent({ changesOf }: Site, { message, name, system }: EventEntry): readonly Change[] {
  const subject = message.version === undefined ? [] : changesOf('subject', message.version.subject)
  return [...changesOf('message', `${system.name}/${name}`), ...subject]
}

function label(name: 'send' | 'receive', text: string): ComponentChildren {
  return [icon(name), text]
}

/** A link, unless it leads to the page that it stands on. */
function schemaName(site: Site, { message }: EventEntry, links: Links): ComponentChildren {
  if (message.version === undefined) return null
  return site.paths.version(message.version) === site.paths.event(message)
    ? h('code', null, `${message.version.subject} ${message.version.version}`)
    : links.version(message.version)
}

function versionsLink(site: Site, { message }: EventEntry, links: Links): ComponentChildren {
  if (message.version === undefined) return null
  const subject = site.subjectOf(message.version)
  if (subject.versions.length === 1) return null
  return h(
    'div',
    null,
    links.to(site.paths.subject(subject), `what changed in ${subject.versions.length} versions`),
  )
}
