import { h, type JSX } from 'preact'
import { firstSentence } from '../markdown/markdown.ts'
import type { EventEntry } from '../site/event-entry.ts'
import { badge, deprecatedBadge, kindBadge } from './badges.ts'
import { applicationsOf, type Links } from './links.ts'

/** Events as a list to look through: name, what it says, from whom to whom. */
export function eventRows(events: readonly EventEntry[], links: Links): JSX.Element {
  return h(
    'ul',
    { class: 'rows' },
    events.map((entry) => eventRow(entry, links)),
  )
}

function eventRow(entry: EventEntry, links: Links): JSX.Element {
  const { message, senders, receivers } = entry
  const summary = firstSentence(message.summary ?? message.description) ?? message.title
  return h(
    'li',
    null,
    h(
      'div',
      { class: 'name' },
      links.event(entry),
      message.version === undefined ? null : badge(message.version.version),
      kindBadge(message.kind),
      deprecatedBadge(message.deprecated),
    ),
    summary === undefined ? null : h('p', null, summary),
    h(
      'p',
      null,
      route(
        applicationsOf(senders).map(({ title }) => title),
        applicationsOf(receivers).map(({ title }) => title),
      ),
    ),
  )
}

function route(senders: readonly string[], receivers: readonly string[]): string {
  return `${few(senders, 'no sender here')} → ${few(receivers, 'no receiver here')}`
}

function few(names: readonly string[], none: string): string {
  if (names.length === 0) return none
  return names.length <= 4 ? names.join(', ') : `${names.slice(0, 3).join(', ')} and ${names.length - 3} more`
}
