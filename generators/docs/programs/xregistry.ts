import type { JsonObject, Message, Node, Subject, SubjectVersion } from '@concordat/toolkit/model'
import type { EventEntry } from '../site/event-entry.ts'
import type { Site } from '../site/site.ts'
import { bundleSchema } from './bundle-schema.ts'
import { hasJsonSchema } from './has-json-schema.ts'

const SCHEMA_FORMAT = 'JSONSchema/Draft-07'

/**
 * The contracts as an xRegistry document (xregistry.io, CloudEvents registry 1.0): events as messages, a group a system,
 * and subjects as schemas with all their versions, a group a domain.
 */
export function xregistry(site: Site): JsonObject {
  const domains = [...Map.groupBy(site.catalog.subjects, ({ domain }) => domain)]
  return {
    specversion: '1.0-rc2',
    registryid: 'event-contracts',
    messagegroups: Object.fromEntries(
      site.systems.map(({ system, events }) => [
        system.name,
        {
          messagegroupid: system.name,
          ...(system.description === undefined ? {} : { description: system.description }),
          messages: Object.fromEntries(events.map((entry) => [entry.name, messageOf(site, entry)])),
        },
      ]),
    ),
    schemagroups: Object.fromEntries(
      domains.map(([domain, subjects]) => [
        domain,
        {
          schemagroupid: domain,
          schemas: Object.fromEntries(
            subjects.map((subject) => [nameIn(domain, subject), schemaOf(site, subject)]),
          ),
        },
      ]),
    ),
  }
}

function messageOf(site: Site, { message, name }: EventEntry): JsonObject {
  const description = message.description ?? message.summary
  const schema = schemaUri(site, message)
  return {
    messageid: name,
    ...(description === undefined ? {} : { description }),
    ...envelopeOf(message),
    datacontenttype: message.contentType,
    ...(schema === undefined ? {} : { dataschemaformat: SCHEMA_FORMAT, dataschemauri: schema }),
  }
}

/** To the version of the data; else to the schema of the whole message, beside its page. */
function schemaUri(site: Site, message: Message): string | undefined {
  if (message.version !== undefined) return versionPointer(site, message.version)
  return hasJsonSchema(message)
    ? encodeURI(site.paths.event(message).replace(/\.html$/, '.schema.json'))
    : undefined
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

function schemaOf(site: Site, subject: Subject): JsonObject {
  const elsewhere = ({ file, pointer }: Node): string | undefined => {
    const version = pointer === '' ? site.versionAt(file) : undefined
    return version && `${versionPointer(site, version)}/schema`
  }
  const versions = subject.versions.map(({ version, schema }, index) => [
    version,
    {
      versionid: version,
      ...(index === 0 ? {} : { ancestor: subject.versions[index - 1]?.version ?? version }),
      format: SCHEMA_FORMAT,
      schema: bundleSchema(site.catalog, schema, elsewhere),
    },
  ])
  return { schemaid: subject.name, versions: Object.fromEntries(versions) }
}

/** Where a version of a subject stands in the document. */
function versionPointer(site: Site, version: SubjectVersion): string {
  const subject = site.subjectOf(version)
  const { domain } = subject
  const path = ['schemagroups', domain, 'schemas', nameIn(domain, subject), 'versions', version.version]
  return `#/${path.map(escaped).join('/')}`
}

/** `order.created` of `orders/order.created`: the group says the rest. */
function nameIn(domain: string, { name }: Subject): string {
  return name.startsWith(`${domain}/`) ? name.slice(domain.length + 1) : name
}

function escaped(token: string): string {
  return token.replaceAll('~', '~0').replaceAll('/', '~1')
}
