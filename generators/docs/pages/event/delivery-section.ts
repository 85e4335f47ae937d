import type { Channel } from '@concordat/toolkit/model'
import { deadLetterQueues, receiveQueue } from '@concordat/toolkit/routing'
import { type ComponentChildren, Fragment, h, type JSX } from 'preact'
import { deliveryWords } from '../../parts/delivery-words.ts'
import { destinationLink } from '../../parts/destination-link.ts'
import { lines } from '../../parts/facts.ts'
import type { Links } from '../../parts/links.ts'
import { pictureLinks } from '../../parts/picture-links.ts'
import { eventPaths } from '../../pictures/event-paths.ts'
import { pictureView } from '../../pictures/picture-view.ts'
import type { Site } from '../../site/site.ts'
import { table } from '../../parts/table.ts'
import type { EventEntry, Use } from '../../site/event-entry.ts'
import { hasTransport } from '../../site/has-transport.ts'

/** How the event reaches each receiver, and what happens where that fails. */
export function deliverySection(site: Site, entry: EventEntry, links: Links): JSX.Element {
  const pictures = eventPaths(entry, pictureLinks(site, site.paths.event(entry.message)))
  return h(
    Fragment,
    null,
    entry.channels.map(publication),
    pictures.map((picture, index) => pictureView(picture, `path-${index + 1}`)),
    receiverTable(entry, links),
  )
}

/** The key by which bindings choose; the picture begins at the exchange. */
function publication({ amqp, address, name }: Channel): JSX.Element | undefined {
  if (amqp?.is !== 'routingKey' || amqp.exchange.name === '') return undefined
  const key = amqp.exchange.type === 'fanout' ? [] : [' with the key ', h('code', null, address ?? name)]
  return h('p', null, 'Published to ', h('code', null, amqp.exchange.name), key, '.')
}

function receiverTable(entry: EventEntry, links: Links): JSX.Element {
  const { receivers } = entry
  if (receivers.length === 0)
    return h('p', { class: 'none' }, 'No application of these contracts receives it.')
  return table(
    ['Receiver', 'Takes it from', 'Attempts', 'Dead letters'],
    receivers.map((use) => [
      links.application(use.service),
      links.channel(use.channel),
      use.isReply ? 'a reply' : deliveryWords(use.operation),
      deadLetters(entry, use, links),
    ]),
  )
}

function deadLetters({ system }: EventEntry, { operation, channel }: Use, links: Links): ComponentChildren {
  if (channel.kafka !== undefined) {
    const topic = operation.delivery.deadLetterTopic
    if (topic === undefined) return 'none'
    const own = system.channels.find(({ kafka }) => kafka?.topic === topic)
    return own === undefined ? h('code', null, topic) : links.channel(own)
  }
  if (!hasTransport(channel)) return 'not stated'
  const queue = receiveQueue(operation)?.queue
  if (queue === undefined) return 'not stated'
  const queues = deadLetterQueues(system, queue)
  return lines(
    queues.map((name) => destinationLink(system, { kind: 'queue', name }, links)),
    'none',
  )
}
