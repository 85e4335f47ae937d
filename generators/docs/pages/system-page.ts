import { Fragment, h, type JSX } from 'preact'
import type { Page } from '../frame/page.ts'
import { section } from '../frame/section.ts'
import { firstSentence } from '../markdown/markdown.ts'
import { channelRows } from '../parts/channel-rows.ts'
import { count } from '../parts/count.ts'
import { eventRows } from '../parts/event-rows.ts'
import { facts, lines } from '../parts/facts.ts'
import { type Links, linksFrom } from '../parts/links.ts'
import { pictureLinks } from '../parts/picture-links.ts'
import { pictureView } from '../pictures/picture-view.ts'
import { systemPicture } from '../pictures/system-picture.ts'
import { pageTitle } from '../parts/page-title.ts'
import type { EventEntry, SystemEntry } from '../site/event-entry.ts'
import { systemBundles } from '../programs/system-bundles.ts'
import type { Site } from '../site/site.ts'
import { systemTitle } from '../site/system-title.ts'
import { TRAILS } from '../site/trail.ts'

/** A system: its applications, its events, its channels. */
export function systemPage(site: Site, { system, events, channels }: SystemEntry): Page {
  const path = site.paths.system(system)
  const links = linksFrom(site, path)
  const { services, servers } = system
  const picture = systemPicture(system, events, pictureLinks(site, path))
  return {
    path,
    title: systemTitle(system),
    alternates: systemBundles(system).map(({ file, name }) => ({
      path: path.replace('index.html', file),
      type: 'application/vnd.aai.asyncapi+json',
      title: file === 'asyncapi.json' ? 'AsyncAPI' : `AsyncAPI of ${name}`,
    })),
    summary: firstSentence(system.description),
    trail: TRAILS.overview,
    head: h(
      Fragment,
      null,
      pageTitle({ title: systemTitle(system), lead: system.description }),
      facts([
        ['Applications', h('a', { href: '#applications' }, count(services.length, 'application'))],
        [
          'Events',
          h('a', { href: events.length === 0 ? undefined : '#events' }, count(events.length, 'event')),
        ],
        [
          'Brokers',
          lines(
            servers.map(({ name, protocol }) =>
              links.to(site.paths.brokers(system), `${name} (${protocol})`),
            ),
            'none stated',
          ),
        ],
      ]),
    ),
    sections: [
      ...section(
        'flow',
        'Who talks to whom',
        picture === undefined ? undefined : pictureView(picture, 'flow-picture'),
      ),
      ...section('applications', 'Applications', applicationCards(system, events, links)),
      ...section('events', 'Events', events.length === 0 ? undefined : eventRows(events, links)),
      ...section(
        'channels',
        'Channels',
        channels.length === 0
          ? undefined
          : channelRows(
              channels.map(({ channel }) => channel),
              links,
            ),
      ),
    ],
  }
}

function applicationCards(
  { services }: SystemEntry['system'],
  events: readonly EventEntry[],
  links: Links,
): JSX.Element {
  if (services.length === 0) return h('p', { class: 'none' }, 'The contracts name no applications.')
  return h(
    'ul',
    { class: 'cards' },
    services.map((service) => {
      const summary = firstSentence(service.description)
      const sent = events.filter(({ senders }) => senders.some((use) => use.service === service))
      const received = events.filter(({ receivers }) => receivers.some((use) => use.service === service))
      return h(
        'li',
        null,
        h('h3', null, links.application(service)),
        summary === undefined ? null : h('p', null, summary),
        h(
          'p',
          null,
          [
            `sends ${sent.length}`,
            `receives ${received.length}`,
            ...(service.owner === undefined ? [] : [service.owner]),
          ].join(' · '),
        ),
      )
    }),
  )
}
