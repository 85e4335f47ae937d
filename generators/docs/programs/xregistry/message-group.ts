import type { JsonObject, Message } from '@concordat/toolkit/model'
import type { EventEntry, SystemEntry } from '../../site/event-entry.ts'
import type { Site } from '../../site/site.ts'
import { schemaDialect } from '../bundle-schema.ts'
import { hasJsonSchema } from '../has-json-schema.ts'
import { described, named, placed } from './entity.ts'
import { registryIds } from './registry-ids.ts'
import { schemaFormat } from './schema-format.ts'

/**
 * The events of a system.
 *
 * @param versions paths of versions of subjects, by their ids
 */
export function messageGroup(
  site: Site,
  { system, events }: SystemEntry,
  id: string,
  versions: ReadonlyMap<string, string>,
): JsonObject {
  const xid = `/messagegroups/${id}`
  const ids = registryIds(events.map(({ name }) => name))
  const messages = events.map(({ name, message }: EventEntry): [string, JsonObject] => {
    const messageid = ids.get(name) ?? ''
    const attributes = {
      messageid,
      ...named(messageid, name),
      ...placed(`${xid}/messages/${messageid}`),
      ...described(message.description ?? message.summary),
      ...envelopeOf(message),
      datacontenttype: message.contentType,
      ...dataSchemaOf(site, message, versions),
    }
    return [messageid, attributes]
  })
  return {
    messagegroupid: id,
    ...named(id, system.name),
    ...placed(xid),
    ...described(system.description),
    messages: Object.fromEntries(messages),
  }
}

/** The version of the data; else the schema of the whole message, beside its page. */
function dataSchemaOf(
  { catalog, paths }: Site,
  message: Message,
  versions: ReadonlyMap<string, string>,
): JsonObject {
  const { version, payload } = message
  const xid = version && versions.get(version.id)
  if (version !== undefined && xid !== undefined) {
    const format = schemaFormat(schemaDialect(catalog, version.schema))
    return { dataschemaformat: format, dataschemauri: `#${xid}` }
  }
  if (payload === undefined || !hasJsonSchema(message)) return {}
  return {
    dataschemaformat: schemaFormat(schemaDialect(catalog, payload)),
    dataschemauri: encodeURI(paths.event(message).replace(/\.html$/, '.schema.json')),
  }
}

/** Attributes of a CloudEvent; an envelope of one's own has no name in xRegistry. */
function envelopeOf({ envelope, type }: Message): JsonObject {
  if (envelope.mode !== 'structured' && envelope.mode !== 'binary') return {}
  const names = Object.keys(envelope.attributes).filter((name) => name !== 'data')
  const metadata = names.map((name) => [
    name,
    {
      type: name === 'time' ? 'timestamp' : 'string',
      required: envelope.required.includes(name),
      ...(name === 'type' ? { value: type } : {}),
    },
  ])
  return {
    envelope: 'CloudEvents/1.0',
    envelopeoptions: { mode: envelope.mode },
    envelopemetadata: Object.fromEntries(metadata),
  }
}
