import { type Channel, child, type Node } from '@concordat/toolkit/model'
import { subschemas } from '@concordat/toolkit/schema'
import { channelKind } from '../parts/channel-rows.ts'
import { channelName, placeOnBroker } from '../parts/links.ts'
import type { EventEntry } from '../site/event-entry.ts'
import { isPageOf } from '../site/page-paths.ts'
import type { Site } from '../site/site.ts'
import type { SearchDocument } from './search-document.ts'
import { systemTitle } from '../site/system-title.ts'

/** What search knows: every event, application, channel, system, subject and type that is not shown by its event. */
export function searchDocuments(site: Site): readonly SearchDocument[] {
  const { systems, paths, catalog, sharedTypes } = site
  const eventPages = new Set(site.events.map(({ message }) => paths.event(message)))
  return [
    ...systems.flatMap(({ system, events, channels }) => [
      entry({
        kind: 'system',
        name: systemTitle(system),
        path: paths.system(system),
        text: system.description,
      }),
      ...events
        .filter(({ message }) => isPageOf(paths, system, paths.event(message)))
        .map((event) => eventDocument(site, event)),
      ...system.services.map((service) =>
        entry({
          kind: 'application',
          name: service.title,
          path: paths.application(service),
          detail: `${system.name} · ${service.name}`,
          text: service.description,
          people: service.owner,
        }),
      ),
      ...channels
        .filter(({ channel }) => isPageOf(paths, system, paths.channel(channel)))
        .map(({ channel }) =>
          entry({
            kind: channelKind(channel),
            name: channelName(channel),
            path: paths.channel(channel),
            detail: system.name,
            keys: keysOf(channel),
            text: channel.summary ?? channel.description,
          }),
        ),
    ]),
    ...catalog.subjects
      .filter((subject) => !eventPages.has(paths.subject(subject)))
      .map((subject) => {
        const newest = subject.versions.at(-1)
        return entry({
          kind: 'schema',
          name: subject.name,
          path: paths.subject(subject),
          detail: newest?.title,
          fields: newest === undefined ? '' : fieldNames(newest.schema),
          text: newest?.description,
        })
      }),
    ...sharedTypes
      .filter(({ only }) => only === undefined)
      .map((type) => {
        const description = child(type.schema, 'description')?.value
        return entry({
          kind: 'type',
          name: type.name,
          path: paths.type(type),
          detail: type.schema.file,
          fields: fieldNames(type.schema),
          text: typeof description === 'string' ? description : undefined,
        })
      }),
  ]
}

/** A script that assigns, because a page that was opened from disk may fetch nothing. */
export function searchIndexScript(documents: readonly SearchDocument[]): string {
  return `searchDocuments=${JSON.stringify(documents)}\n`
}

function eventDocument(
  { paths }: Site,
  { message, name, system, senders, receivers, channels }: EventEntry,
): SearchDocument {
  const { data } = message
  const people = [...senders, ...receivers].flatMap(({ service }) => [service.title, service.owner])
  return entry({
    kind: message.kind?.replace('-', ' ') ?? 'event',
    name,
    path: paths.event(message),
    detail: [system.name, ...channels.map(placeOnBroker)].join(' · '),
    keys: [message.type, ...channels.map(keysOf), ...receivers.map(({ channel }) => keysOf(channel))].join(
      ' ',
    ),
    fields: data === undefined ? '' : fieldNames(data),
    text: [message.title, message.description ?? message.summary, ...message.tags]
      .filter((part) => part !== undefined)
      .join(' '),
    people: [...new Set(people)].filter((part) => part !== undefined).join(', '),
  })
}

function keysOf({ address, amqp, kafka, name }: Channel): string {
  const names = [
    address ?? name,
    kafka?.topic,
    amqp?.is === 'queue' ? amqp.queue.name : amqp?.exchange.name,
    ...(amqp?.bindings ?? []).map(({ routingKey }) => routingKey),
  ]
  return [...new Set(names)].filter((part) => part !== undefined && part !== '').join(' ')
}

/** Names of the properties that stand in a schema itself; what it refers to is found under its own name. */
function fieldNames(schema: Node): string {
  const names = new Set<string>()
  const pending = [schema]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const { node, keyword, key } of subschemas(next)) {
      if (keyword === 'properties' && key !== undefined) names.add(key)
      pending.push(node)
    }
  }
  return [...names].toSorted().join(' ')
}

function entry({
  kind,
  name,
  path,
  ...rest
}: Partial<Record<keyof SearchDocument, string | undefined>>): SearchDocument {
  const { detail = '', keys = '', fields = '', text = '', people = '' } = rest
  return { kind: kind ?? '', name: name ?? '', path: path ?? '', detail, keys, fields, text, people }
}
