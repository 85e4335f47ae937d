import type { Json, Service } from '@concordat/toolkit/model'
import { deliveryWords } from '../parts/delivery-words.ts'
import { deprecationWords } from '../parts/deprecation-note.ts'
import { applicationsOf, placeOnBroker } from '../parts/links.ts'
import { wireMessage } from '../pages/event/wire-message.ts'
import type { EventEntry } from '../site/event-entry.ts'
import type { Site } from '../site/site.ts'
import { readSchemaTree } from '../schema-tree/read-schema-tree.ts'
import { markdownCode, markdownLine, markdownQuote, markdownText } from '../schema-tree/markdown-text.ts'
import { printSchemaMarkdown } from '../schema-tree/print-markdown.ts'
import { hasJsonSchema } from './has-json-schema.ts'

/** An event in Markdown, for programs that read text: what its page says. */
export function eventMarkdown({ catalog }: Site, entry: EventEntry): string {
  const { message, senders, receivers, channels, system } = entry
  const wire = wireMessage(catalog, entry)
  const schema = message.data ?? message.payload
  const about = message.description ?? message.summary ?? message.title
  return [
    `# ${markdownLine(entry.name)}`,
    about === undefined ? undefined : markdownQuote(about),
    message.deprecated ? markdownText(`**Deprecated**${deprecationWords(message.deprecation)}`) : undefined,
    [
      `- Type: ${markdownCode(message.type)}`,
      `- System: ${markdownLine(system.name)}`,
      ...(message.kind === undefined ? [] : [`- Kind: ${message.kind}`]),
      ...(message.version === undefined ? [] : [`- Schema: ${message.version.id}`]),
      `- Sent by: ${names(applicationsOf(senders))}`,
      `- Published to: ${channels.map((channel) => markdownCode(placeOnBroker(channel))).join(', ') || 'not stated'}`,
      `- Content type: ${markdownLine(message.contentType)}`,
      ...(message.key === undefined ? [] : [`- Key: ${markdownCode(message.key)} of the data`]),
    ].join('\n'),
    '## Receivers',
    receivers.length === 0
      ? 'None in these contracts.'
      : receivers
          .map(
            ({ service, channel, operation }) =>
              `- ${markdownLine(service.title)}, from ${markdownCode(placeOnBroker(channel))}. ${deliveryWords(operation)}`,
          )
          .join('\n'),
    ...(schema === undefined || !hasJsonSchema(message)
      ? []
      : ['## Data', printSchemaMarkdown(readSchemaTree(catalog, schema)).trimEnd()]),
    ...(wire === undefined
      ? []
      : [
          '## On the wire',
          ...(wire.headers === undefined ? [] : ['Headers:', fenced(wire.headers)]),
          fenced(wire.body),
        ]),
  ]
    .filter((part) => part !== undefined)
    .join('\n\n')
    .concat('\n')
}

function names(services: readonly Service[]): string {
  return services.map(({ title }) => markdownLine(title)).join(', ') || 'nobody in these contracts'
}

/** JSON has its line ends escaped in texts, so no line of it can be a fence. */
function fenced(value: Json): string {
  return `\`\`\`json\n${JSON.stringify(value)}\n\`\`\``
}
