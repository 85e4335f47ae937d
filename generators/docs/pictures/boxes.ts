import type { Channel, Service } from '@concordat/toolkit/model'
import type { Box, PictureLinks } from './picture.ts'
import type { Traffic } from './traffic.ts'

export function applicationBox(service: Service, links: PictureLinks, detail?: string): Box {
  const label = service.title.length <= 28 ? service.title : service.name
  return {
    id: `application ${service.system}/${service.name}`,
    kind: 'application',
    label,
    detail,
    href: links.application(service),
  }
}

export function eventBox({ name, message }: Traffic, links: PictureLinks, detail?: string): Box {
  return { id: `event ${name}`, kind: 'event', label: name, detail, href: links.event(message) }
}

/** What carries messages of a channel on the broker, as far as the contract says: an exchange, a queue or a topic. */
export function carrierBox(channel: Channel, links: PictureLinks, detail?: string): Box {
  const { amqp, kafka } = channel
  const href = links.channel(channel)
  if (amqp?.is === 'routingKey') return exchangeBox(amqp.exchange.name, detail)
  if (amqp !== undefined)
    return { id: `queue ${amqp.queue.name}`, kind: 'queue', label: amqp.queue.name, detail, href }
  const label = kafka?.topic ?? channel.address ?? channel.name
  return { id: `topic ${label}`, kind: 'topic', label, detail, href }
}

/** An exchange has no page of its own; several channels publish to it. */
export function exchangeBox(name: string, detail?: string): Box {
  return { id: `exchange ${name}`, kind: 'exchange', label: name === '' ? 'default exchange' : name, detail }
}

export function nobodyBox(id: string, label: string): Box {
  return { id: `nobody ${id}`, kind: 'nobody', label }
}

/** A column that is not longer than people look at: what is too much becomes a box that counts it. */
export function cutColumn(boxes: readonly Box[], most: number, id: string): readonly Box[] {
  if (boxes.length <= most) return boxes
  const shown = boxes.slice(0, most - 1)
  return [...shown, { id: `more ${id}`, kind: 'more', label: `and ${boxes.length - shown.length} more` }]
}
