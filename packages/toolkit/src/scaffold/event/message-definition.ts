import type { Json, JsonObject } from '../../model/catalog.ts'
import { mostFrequent } from '../most-frequent.ts'
import { sentenceCase } from '../names.ts'
import { placesOf } from './envelope-style.ts'
import type { EventMessage } from './event-message.ts'
import { messageExamples } from './message-examples.ts'
import { headersSchema, payloadSchema } from './message-schemas.ts'

/** The message as an AsyncAPI 3 document defines it. */
export function messageDefinition(message: EventMessage): JsonObject {
  const { name, subject, envelope, keyField } = message
  const type = typeOf(message)
  return {
    name,
    title: sentenceCase(subject),
    summary: `${sentenceCase(subject)}.`,
    ...contentType(message),
    'x-event-kind': 'domain-event',
    ...(keyField === undefined ? {} : { 'x-key': `/${keyField}` }),
    ...usualMember(message, 'correlationId'),
    ...(envelope.headers.length === 0 ? {} : { headers: headersSchema(message, type) }),
    payload: payloadSchema(message, type),
    ...(keyField === undefined ? {} : { bindings: keyBinding(message, keyField) }),
    ...messageExamples(message, type),
  }
}

/** Value of the attribute `type`, made like those of the messages in the same envelope. */
function typeOf({ name, subject, envelope }: EventMessage): string {
  const known = envelope.messages.flatMap(({ name, type, version }) => {
    const own = version?.subject.split('/').at(-1)
    return own === undefined
      ? []
      : [{ isName: type === name, prefix: type.endsWith(own) ? type.slice(0, -own.length) : '' }]
  })
  if (known.length > 0 && known.every(({ isName }) => isName)) return name
  const prefixes = new Set(known.map(({ prefix }) => prefix))
  const [prefix = ''] = prefixes.size === 1 ? prefixes : []
  return prefix + subject
}

/** CloudEvents' own format has a media type of its own. */
function contentType(message: EventMessage): JsonObject {
  const { messages } = message.envelope
  const [place] = placesOf(message.envelope, 'specversion', 'payload')
  const isStructured = messages.length === 0 && place?.join('/') === 'specversion'
  return isStructured ? { contentType: 'application/cloudevents+json' } : usualMember(message, 'contentType')
}

/** A member as most of the messages in the same envelope have it; those of other files have other references. */
function usualMember({ envelope, file }: EventMessage, key: string): JsonObject {
  const messages = envelope.messages.filter(({ node }) => node.file === file)
  const values = messages.flatMap(({ node }) => node.value[key] ?? [])
  const value = mostFrequent(values)
  return value !== undefined && values.length > messages.length / 2 ? { [key]: value } : {}
}

/** Kafka's message key, in the words of other messages with the same key. */
function keyBinding({ file, siblings }: EventMessage, field: string): Json {
  const known = siblings.flatMap(({ key, node }) =>
    key === `/${field}` && node.file === file ? (node.value['bindings'] ?? []) : [],
  )
  const key = { type: 'string', description: `The ${field} of the data.`, minLength: 1, maxLength: 64 }
  return mostFrequent(known) ?? { kafka: { key, bindingVersion: '0.5.0' } }
}
