import type { System } from '@concordat/toolkit/model'
import type { TopologyBinding } from '@concordat/toolkit/routing'
import { h, type JSX } from 'preact'
import type { Links } from './links.ts'

/** What a binding leads to; a link where a channel declares the queue. */
export function destinationLink(
  { channels }: System,
  { kind, name }: TopologyBinding['destination'],
  links: Links,
): JSX.Element {
  const channel = channels.find(
    ({ amqp }) => kind === 'queue' && amqp?.is === 'queue' && amqp.queue.name === name,
  )
  return channel === undefined ? h('code', null, name) : links.channel(channel)
}
