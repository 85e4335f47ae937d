import type { Json, Service } from '@concordat/toolkit/model'
import { deliveryWords } from '../parts/delivery-words.ts'
import { deprecationWords } from '../parts/deprecation-note.ts'
import { applicationsOf, placeOnBroker } from '../parts/links.ts'
import { wireMessage } from '../pages/event/wire-message.ts'
import type { EventEntry } from '../site/event-entry.ts'
import type { Site } from '../site/site.ts'
import { readSchemaTree } from '../schema-tree/read-schema-tree.ts'
import { printSchemaMarkdown } from '../schema-tree/print-markdown.ts'
import { hasJsonSchema } from './has-json-schema.ts'

/** An event in Markdown, for programs that read text: what its page says. */
export function eventMarkdown({ catalog }: Site, entry: EventEntry): string {
  const { message, senders, receivers, channels, system } = entry
  const wire = wireMessage(catalog, entry)
  const schema = message.data ?? message.payload
  return [
    `# ${entry.name}`,
    message.description ?? message.summary ?? message.title,
    message.deprecated ? `**Deprecated**${deprecationWords(message.deprecation)}` : undefined,
    [
      `- Type: \`${message.type}\``,
      `- System: ${system.name}`,
      ...(message.kind === undefined ? [] : [`- Kind: ${message.kind}`]),
      ...(message.version === undefined ? [] : [`- Schema: ${message.version.id}`]),
      `- Sent by: ${names(applicationsOf(senders))}`,
      `- Published to: ${channels.map((channel) => `\`${placeOnBroker(channel)}\``).join(', ') || 'not stated'}`,
      `- Content type: ${message.contentType}`,
      ...(message.key === undefined ? [] : [`- Key: \`${message.key}\` of the data`]),
    ].join('\n'),
    '## Receivers',
    receivers.length === 0
      ? 'None in these contracts.'
      : receivers
          .map(
            ({ service, channel, operation }) =>
              `- ${service.title}, from \`${placeOnBroker(channel)}\`. ${deliveryWords(operation.delivery)}`,
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
  return services.map(({ title }) => title).join(', ') || 'nobody in these contracts'
}

/** JSON has its line ends escaped in texts, so no line of it can be a fence. */
function fenced(value: Json): string {
  return `\`\`\`json\n${JSON.stringify(value)}\n\`\`\``
}
