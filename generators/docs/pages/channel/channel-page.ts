import type { Channel, Service } from '@concordat/toolkit/model'
import { Fragment, h, type JSX } from 'preact'
import type { Page } from '../../frame/page.ts'
import { section } from '../../frame/section.ts'
import { firstSentence } from '../../markdown/markdown.ts'
import { badge, deprecatedBadge } from '../../parts/badges.ts'
import { channelKind } from '../../parts/channel-rows.ts'
import { eventRows } from '../../parts/event-rows.ts'
import { details, facts, lines } from '../../parts/facts.ts'
import { applicationsOf, channelName, linksFrom } from '../../parts/links.ts'
import { proposalNote } from '../../proposal/proposal-note.ts'
import { pageTitle } from '../../parts/page-title.ts'
import { sourceLink } from '../../parts/source-link.ts'
import type { ChannelEntry } from '../../site/channel-entry.ts'
import type { SystemEntry } from '../../site/event-entry.ts'
import type { Site } from '../../site/site.ts'
import { brokerFacts } from './broker-facts.ts'
import { bindings, deadLetters, reached } from './routes.ts'
import { externalDocs } from '../../parts/outside-link.ts'
import { systemTrail } from '../../site/trail.ts'

/** A channel: what stands on the broker for it, who uses it, what it carries. */
export function channelPage(
  site: Site,
  { system, events }: SystemEntry,
  { channel, definitions }: ChannelEntry,
): Page {
  const path = site.paths.channel(channel)
  const links = linksFrom(site, path)
  const carried = new Set(definitions.flatMap(({ messages }) => messages.map(({ name }) => name)))
  const carries = events.filter(({ name }) => carried.has(name))
  const services = (action: 'send' | 'receive'): readonly Service[] =>
    applicationsOf(usesOf(site, definitions).filter(({ operation }) => operation.action === action))
  // Whoever takes an event from a queue receives what was published to the exchange, and it comes from who published it there.
  const receivers = new Set([
    ...services('receive'),
    ...events.flatMap((entry) =>
      entry.channels.some((each) => definitions.includes(each)) ? applicationsOf(entry.receivers) : [],
    ),
  ])
  const senders = new Set([
    ...services('send'),
    ...(isQueue(channel) ? carries.flatMap((entry) => applicationsOf(entry.senders)) : []),
  ])
  return {
    path,
    title: channelName(channel),
    summary: firstSentence(channel.summary ?? channel.description),
    trail: systemTrail(site, system),
    head: h(
      Fragment,
      null,
      pageTitle({
        title: channelName(channel),
        badges: [badge(channelKind(channel)), deprecatedBadge(channel.deprecation !== undefined)],
        lead: channel.description ?? channel.summary,
      }),
      proposalNote(site, path, site.changesOf('channel', `${system.name}/${channel.name}`)),
      facts([
        ['Senders', lines([...senders].map(links.application), 'nobody here')],
        ['Receivers', lines([...receivers].map(links.application), 'nobody here')],
        [
          'Brokers',
          lines(
            channel.servers.map(({ name, host }) =>
              links.to(site.paths.brokers(system), `${name} (${host})`),
            ),
            'not stated',
          ),
        ],
        ['More', externalDocs(site.catalog, channel.node)],
        ['Contract', sourceLink(site, channel.node)],
      ]),
    ),
    sections: [
      ...section('broker', 'On the broker', details(brokerFacts(site.catalog, channel))),
      ...section('bindings', 'Bindings', bindings(channel)),
      ...section('reaches', 'Where it leads', reached(system, channel, links)),
      ...section('letters', 'Dead letters of', deadLetters(system, channel, links)),
      ...section('parameters', 'Parameters', parameters(channel)),
      ...section(
        'events',
        'Events',
        carried.size === 0
          ? h('p', { class: 'none' }, 'The contract names no messages of this channel.')
          : eventRows(carries, links),
      ),
    ],
  }
}

/** Documents of other systems may refer to the channel too. */
function usesOf({ catalog }: Site, definitions: readonly Channel[]) {
  return catalog.systems
    .flatMap(({ services }) => services)
    .flatMap((service) =>
      service.operations.flatMap((operation) =>
        definitions.includes(operation.channel) ? [{ service, operation }] : [],
      ),
    )
}

function isQueue({ amqp }: Channel): boolean {
  return amqp?.is === 'queue'
}

function parameters({ parameters }: Channel): JSX.Element | undefined {
  return details(
    parameters.map(({ name, description, enum: values, default: preset }) => [
      h('code', null, name),
      [
        description,
        values.length === 0 ? undefined : `One of ${values.join(', ')}.`,
        preset === undefined ? undefined : `Default: ${preset}.`,
      ]
        .filter((part) => part !== undefined)
        .join(' ') || 'Any text.',
    ]),
  )
}
