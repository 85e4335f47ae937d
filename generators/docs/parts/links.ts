import type { Channel, Operation, Service, SubjectVersion, System } from '@concordat/toolkit/model'
import { h, type JSX } from 'preact'
import { hrefTo } from '../frame/href-to.ts'
import type { EventEntry } from '../site/event-entry.ts'
import { isPageOf } from '../site/page-paths.ts'
import type { Site } from '../site/site.ts'
import { systemTitle } from '../site/system-title.ts'

/** Links from one page to the pages of things, each with the name of its thing. */
export interface Links {
  readonly to: (target: string, text: string) => JSX.Element
  readonly system: (system: System) => JSX.Element
  readonly application: (service: Service) => JSX.Element
  readonly channel: (channel: Channel) => JSX.Element
  readonly event: (entry: EventEntry) => JSX.Element
  readonly version: (version: SubjectVersion) => JSX.Element
}

/** @param path of the page that the links stand on */
export function linksFrom({ paths, isShared }: Site, path: string): Links {
  /** The system too, where a name alone could be that of another one; on the pages of a system it is its own. */
  const qualified = (name: string, system: string): string =>
    isShared(name) && !isPageOf(paths, { name: system }, path) ? `${name} (${system})` : name
  const to = (target: string, text: string): JSX.Element => h('a', { href: hrefTo(path, target) }, text)
  const toCode = (target: string, text: string): JSX.Element =>
    h('a', { href: hrefTo(path, target) }, h('code', null, text))
  return {
    to,
    system: (system) => to(paths.system(system), systemTitle(system)),
    application: (service) => to(paths.application(service), qualified(service.title, service.system)),
    channel: (channel) => toCode(paths.channel(channel), channelName(channel)),
    event: ({ message, name, system }) => to(paths.event(message), qualified(name, system.name)),
    version: (version) => toCode(paths.version(version), `${version.subject} ${version.version}`),
  }
}

/** What stands on the broker for a channel, as far as the contract says so. */
export function channelName({ address, name }: Pick<Channel, 'address' | 'name'>): string {
  return address ?? name
}

/** Where a message is published: `orders › order.created`, a queue, a topic. */
export function placeOnBroker({ amqp, kafka, address, name }: Channel): string {
  if (kafka !== undefined) return kafka.topic
  if (amqp?.is === 'queue') return amqp.queue.name
  if (amqp !== undefined && amqp.exchange.name !== '') return `${amqp.exchange.name} › ${address ?? name}`
  return address ?? name
}

/** A link to each application once, in the order of the uses. */
export function applicationsOf(
  uses: readonly { readonly service: Service; readonly operation: Operation }[],
): readonly Service[] {
  return [...new Set(uses.map(({ service }) => service))]
}
