import type { Page } from '../../frame/page.ts'
import { section } from '../../frame/section.ts'
import { firstSentence } from '../../markdown/markdown.ts'
import { lastChange } from '../../parts/last-change.ts'
import { snippetList } from '../../parts/snippet-list.ts'
import { eventSnippets } from '../../code/snippets.ts'
import { linksFrom } from '../../parts/links.ts'
import type { EventEntry } from '../../site/event-entry.ts'
import { PAGES } from '../../site/page-paths.ts'
import type { Site } from '../../site/site.ts'
import { dataSection } from './data-section.ts'
import { deliverySection } from './delivery-section.ts'
import { eventFiles } from './event-files.ts'
import { eventHead } from './event-head.ts'
import { examplesSection } from './examples-section.ts'
import { wireSection } from './wire-section.ts'

/** An event: what it is, who sends and receives it, what changed, how to use it. */
export function eventPage(site: Site, entry: EventEntry): Page {
  const { message, system } = entry
  const path = site.paths.event(message)
  const links = linksFrom(site, path)
  return {
    path,
    title: entry.name,
    summary: message.summary ?? firstSentence(message.description),
    trail: [
      { title: 'Overview', path: PAGES.overview },
      { title: system.name, path: site.paths.system(system) },
    ],
    head: eventHead(site, entry, links),
    sections: [
      ...section('data', 'Data', dataSection(site, entry)),
      ...section('code', 'Use it', snippetList(eventSnippets(site.catalog, entry))),
      ...section('wire', 'On the wire', wireSection(site, entry)),
      ...section('delivery', 'Delivery', deliverySection(site, entry, links)),
      ...section('changes', 'What changed', lastChange(site, path, message.version)),
      ...section('examples', 'Examples', examplesSection(site.catalog, entry)),
    ],
    alternates: eventFiles(path, message),
  }
}
