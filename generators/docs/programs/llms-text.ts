import { firstSentence } from '../markdown/markdown.ts'
import { markdownLine } from '../schema-tree/markdown-text.ts'
import type { EventEntry } from '../site/event-entry.ts'
import type { Site } from '../site/site.ts'

/** The site for language models (llmstxt.org): every event by a line, with a link to all that is known of it. */
export function llmsText(site: Site): string {
  const systems = site.systems.map(({ system, events }) => {
    const about = firstSentence(system.description)
    return [
      `## ${system.name}`,
      ...(about === undefined ? [] : [markdownLine(about)]),
      events.map((entry) => line(site, entry)).join('\n'),
    ].join('\n\n')
  })
  const head = [
    '# Event contracts',
    '> Events of these systems: what each says, who sends it, who receives it, its JSON Schema and a message in full.',
  ]
  return `${[...head, ...systems].join('\n\n')}\n`
}

function line({ paths }: Site, { message, name }: EventEntry): string {
  const summary = firstSentence(message.summary ?? message.description) ?? message.title
  const link = encodeURI(paths.event(message).replace(/\.html$/, '.md'))
  return `- [${markdownLine(name)}](${link})${summary === undefined ? '' : `: ${markdownLine(summary)}`}`
}
