import type { Channel } from '@concordat/toolkit/model'
import { h, type JSX } from 'preact'
import { firstSentence } from '../markdown/markdown.ts'
import { badge, deprecatedBadge } from './badges.ts'
import type { Links } from './links.ts'
import { placeOnBroker } from './links.ts'

/** Channels as a list: name, what stands on the broker, what for. */
export function channelRows(channels: readonly Channel[], links: Links): JSX.Element {
  return h(
    'ul',
    { class: 'rows' },
    channels.map((channel) => {
      const summary = firstSentence(channel.summary ?? channel.description) ?? channel.title
      return h(
        'li',
        null,
        h(
          'div',
          { class: 'name' },
          links.channel(channel),
          badge(channelKind(channel)),
          deprecatedBadge(channel.deprecation !== undefined),
        ),
        h(
          'p',
          null,
          [placeOnBroker(channel), summary]
            .filter((part) => part !== undefined && part !== channel.address)
            .join(' · '),
        ),
      )
    }),
  )
}

/** `queue`, `topic`, `topic exchange`; `channel` where the contract says no more. */
export function channelKind({ amqp, kafka }: Channel): string {
  if (kafka !== undefined) return 'topic'
  if (amqp === undefined) return 'channel'
  return amqp.is === 'queue' ? 'queue' : `${amqp.exchange.type} exchange`
}
