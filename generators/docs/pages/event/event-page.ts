import { h, type JSX } from 'preact'
import type { Page } from '../../frame/page.ts'
import { section } from '../../frame/section.ts'
import { firstSentence } from '../../markdown/markdown.ts'
import { lastChange } from '../../parts/last-change.ts'
import { snippetList } from '../../parts/snippet-list.ts'
import { eventSnippets } from '../../code/snippets.ts'
import { linksFrom } from '../../parts/links.ts'
import type { EventEntry } from '../../site/event-entry.ts'
import type { Site } from '../../site/site.ts'
import { dataSection } from './data-section.ts'
import { deliverySection } from './delivery-section.ts'
import { eventFiles } from './event-files.ts'
import { eventHead } from './event-head.ts'
import { examplesSection } from './examples-section.ts'
import { wireSection } from './wire-section.ts'
import { hasTransport } from '../../site/has-transport.ts'
import { systemTrail } from '../../site/trail.ts'

/** An event: what it is, who sends and receives it, what changed, how to use it. */
export function eventPage(site: Site, entry: EventEntry): Page {
  const { message, system } = entry
  const path = site.paths.event(message)
  const links = linksFrom(site, path)
  return {
    path,
    title: entry.name,
    summary: firstSentence(message.summary ?? message.description),
    trail: systemTrail(site, system),
    head: eventHead(site, entry, links),
    sections: [
      ...section('data', 'Data', dataSection(site, entry)),
      ...section('code', 'Use it', codeSection(site, entry)),
      ...section('wire', 'On the wire', wireSection(site, entry)),
      ...section('delivery', 'Delivery', deliverySection(site, entry, links)),
      ...section('changes', 'What changed', lastChange(site, path, message.version)),
      ...section('examples', 'Examples', examplesSection(site.catalog, entry)),
    ],
    alternates: eventFiles(path, message),
  }
}

/** Code to copy, or why there is none. */
function codeSection({ catalog }: Site, entry: EventEntry): JSX.Element | undefined {
  const code = snippetList(eventSnippets(catalog, entry))
  const channels = [...entry.senders, ...entry.receivers].map(({ channel }) => channel)
  if (code !== undefined || channels.length === 0 || channels.some(hasTransport)) return code
  const protocols = new Set(channels.flatMap(({ servers }) => servers.map(({ protocol }) => protocol)))
  return h(
    'p',
    { class: 'none' },
    `No code: Concordat has transports for RabbitMQ and Kafka, and this event goes over ${[...protocols].join(', ')}.`,
  )
}
