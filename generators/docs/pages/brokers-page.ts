import type { Channel, Server, System } from '@concordat/toolkit/model'
import { exchangeGraph } from '@concordat/toolkit/routing'
import { h, type JSX } from 'preact'
import type { Page } from '../frame/page.ts'
import { section } from '../frame/section.ts'
import { markdown } from '../markdown/markdown.ts'
import { count } from '../parts/count.ts'
import { destinationLink } from '../parts/destination-link.ts'
import { details } from '../parts/facts.ts'
import { type Links, linksFrom } from '../parts/links.ts'
import { pageTitle } from '../parts/page-title.ts'
import { sourceLink } from '../parts/source-link.ts'
import { table } from '../parts/table.ts'
import { topicWords } from '../parts/topic-words.ts'
import type { SystemEntry } from '../site/event-entry.ts'
import type { Site } from '../site/site.ts'
import { systemTitle } from '../site/system-title.ts'
import { systemTrail } from '../site/trail.ts'

/** The brokers of a system, and all that stands on them together: exchanges, queues, bindings, topics. */
export function brokersPage(site: Site, { system, channels: entries }: SystemEntry): Page {
  const path = site.paths.brokers(system)
  const links = linksFrom(site, path)
  const channels = entries.map(({ channel }) => channel)
  const topics = channels.filter(({ kafka }) => kafka !== undefined)
  const queues = channels.filter(({ amqp }) => amqp?.is === 'queue')
  return {
    path,
    title: 'Brokers',
    summary: `The brokers of ${systemTitle(system)} and what stands on them`,
    trail: systemTrail(site, system),
    head: pageTitle({
      title: `Brokers of ${systemTitle(system)}`,
      subtitle: [
        count(system.servers.length, 'broker'),
        ...(queues.length === 0 ? [] : [count(queues.length, 'queue')]),
        ...(topics.length === 0 ? [] : [count(topics.length, 'topic')]),
      ].join(' · '),
    }),
    sections: [
      ...system.servers.flatMap((server, index) =>
        section(`broker-${index + 1}`, server.name, serverDetails(site, server)),
      ),
      ...section('exchanges', 'Exchanges', exchanges(system, links)),
      ...section('queues', 'Queues', queues.length === 0 ? undefined : queueTable(queues, links)),
      ...section('topics', 'Topics', topics.length === 0 ? undefined : topicTable(site, topics, links)),
    ],
  }
}

function serverDetails(site: Site, server: Server): JSX.Element | undefined {
  return details([
    ['Protocol', h('code', null, server.protocol)],
    ['Address', h('code', null, `${server.host}${server.pathname ?? ''}`)],
    [
      'Access',
      server.security.length === 0
        ? 'no credentials stated'
        : server.security.map(({ name }) => name).join(' or '),
    ],
    ['About', markdown(server.description)],
    ['Contract', sourceLink(site, server.node)],
  ])
}

/** Every exchange with where its messages go; one that a binding names and no channel declares is among them. */
function exchanges(system: System, links: Links): JSX.Element | undefined {
  const graph = exchangeGraph(system)
  const names = [...new Set([...graph.exchanges.keys(), ...graph.bindings.keys()])]
    .filter((name) => name !== '')
    .toSorted()
  if (names.length === 0) return undefined
  return table(
    ['Exchange', 'Type', 'Bindings'],
    names.map((name) => [
      h('code', null, name),
      graph.exchanges.get(name)?.type ?? 'not declared here',
      (graph.bindings.get(name) ?? []).map(({ destination, binding }) =>
        h(
          'div',
          null,
          h('code', null, binding.routingKey || '(every key)'),
          ` → ${destination.kind} `,
          destinationLink(system, destination, links),
        ),
      ),
    ]),
  )
}

function queueTable(queues: readonly Channel[], links: Links): JSX.Element {
  return table(
    ['Queue', 'Kind', 'Dead letters'],
    queues.flatMap((channel) => {
      if (channel.amqp?.is !== 'queue') return []
      const { arguments: settings } = channel.amqp.queue
      const deadLetters = settings['x-dead-letter-exchange']
      const key = settings['x-dead-letter-routing-key']
      return [
        [
          links.channel(channel),
          String(settings['x-queue-type'] ?? 'classic'),
          deadLetters === undefined
            ? 'dropped'
            : h(
                'code',
                null,
                [deadLetters, key].filter((part) => part !== undefined && part !== '').join(' › '),
              ),
        ],
      ]
    }),
  )
}

function topicTable({ catalog }: Site, topics: readonly Channel[], links: Links): JSX.Element {
  return table(
    ['Topic', 'Partitions', 'Replicas', 'Kept'],
    topics.map((channel) => {
      const { partitions, replicas, kept } = topicWords(catalog, channel)
      return [links.channel(channel), partitions, replicas, kept]
    }),
  )
}
