import { type AttributePlace, child, items, type Message } from '@concordat/toolkit/model'
import { declaredSchema, referencedSchema } from '@concordat/toolkit/schema'
import { Fragment, h, type JSX } from 'preact'
import { jsonBlock } from '../../parts/code-block.ts'
import { details, lines } from '../../parts/facts.ts'
import { linksFrom } from '../../parts/links.ts'
import { schemaPart } from '../../parts/schema-part.ts'
import { table } from '../../parts/table.ts'
import type { EventEntry } from '../../site/event-entry.ts'
import type { Site } from '../../site/site.ts'
import { wireMessage } from './wire-message.ts'
import { bindingFacts } from '../../parts/binding-facts.ts'

const MODES = {
  envelope: 'The data stands in an envelope, which the runtime fills in.',
  structured: 'A CloudEvent in structured mode: attributes and data stand together in the body.',
  binary: 'A CloudEvent in binary mode: the body is the data, the attributes are headers.',
  bare: 'The body is the data itself, without an envelope.',
} as const

/** The whole message as it goes over the broker: body, headers, key, and where each attribute stands. */
export function wireSection(site: Site, entry: EventEntry): JSX.Element {
  const { message } = entry
  const { envelope, headers } = message
  const wire = wireMessage(site.catalog, entry)
  return h(
    Fragment,
    null,
    h('p', null, MODES[envelope.mode]),
    details([
      ['Envelope', envelopeLink(site, message)],
      ['Content type', h('code', null, message.contentType)],
      ['Key', message.key === undefined ? undefined : ['the data’s ', h('code', null, message.key)]],
      [
        'Correlation',
        message.correlationId === undefined ? undefined : h('code', null, message.correlationId),
      ],
      ...bindingFacts(message.bindings),
    ]),
    attributes(message),
    wire?.headers === undefined ? null : jsonBlock(wire.headers, [h('b', null, 'Headers')], 'Headers'),
    wire === undefined ? null : jsonBlock(wire.body, [h('b', null, 'Body'), wire.caption], 'Body'),
    headers === undefined
      ? null
      : h(
          'div',
          null,
          h('h3', null, 'Headers'),
          schemaPart(site, { page: site.paths.event(message), id: 'headers' }, headers),
        ),
  )
}

/** The version of a schema that surrounds the data, where the contract names one. */
function envelopeLink(site: Site, message: Message): JSX.Element | undefined {
  const { payload, envelope } = message
  if (payload === undefined || envelope.mode === 'bare' || envelope.mode === 'binary') return undefined
  const schema = declaredSchema(site.catalog, payload)
  const version = [schema, ...items(child(schema, 'allOf'))]
    .map((part) => referencedSchema(site.catalog, part)?.file)
    .map((file) => (file === undefined ? undefined : site.versionAt(file)))
    .find((found) => found !== undefined && child(found.schema, 'x-concordat-envelope') !== undefined)
  return version && linksFrom(site, site.paths.event(message)).version(version)
}

function attributes({ envelope }: Message): JSX.Element | null {
  const names = Object.keys(envelope.attributes)
  if (names.length === 0) return null
  return table(
    ['Attribute', 'Stands in', 'Required'],
    names.map((name) => [
      h('code', null, name),
      lines((envelope.attributes[name] ?? []).map(place), 'nowhere'),
      envelope.required.includes(name) ? 'yes' : 'no',
    ]),
  )
}

function place({ in: part, pointer }: AttributePlace): JSX.Element {
  return h(Fragment, null, part === 'payload' ? 'body ' : 'headers ', h('code', null, pointer))
}
