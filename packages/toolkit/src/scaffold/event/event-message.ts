import type { Json, JsonObject, Message, Node } from '../../model/catalog.ts'
import { isObject } from '../../model/json.ts'
import { child, items } from '../../model/node.ts'
import { pointerTokens } from '../../model/pointer.ts'
import type { EnvelopeStyle } from './envelope-style.ts'
import { sentenceCase } from '../names.ts'
import { refTo } from '../refs.ts'
import { mostFrequent } from '../most-frequent.ts'
import { joinValues, valueAt, withValueAt } from '../values.ts'

/** What a new message is made of. */
export interface EventMessage {
  readonly name: string
  /** Subject without its domain: `order.created`. */
  readonly subject: string
  /** The document that it is defined in. */
  readonly file: string
  /** Path of the version that it carries. */
  readonly schemaPath: string
  readonly envelope: EnvelopeStyle
  /** CloudEvents `source` of its sender. */
  readonly source: string
  /** Field of the data that is the message key; undefined where the broker knows no keys. */
  readonly keyField: string | undefined
  /** The other messages of the system. */
  readonly siblings: readonly Message[]
  /** Data for the example. */
  readonly data: JsonObject
}

/** The message as an AsyncAPI 3 document defines it. */
export function messageDefinition(message: EventMessage): JsonObject {
  const { name, subject, envelope } = message
  const type = typeOf(message)
  return {
    name,
    title: sentenceCase(subject),
    summary: `${sentenceCase(subject)}.`,
    ...usualMember(envelope.messages, 'contentType'),
    'x-event-kind': 'domain-event',
    ...(message.keyField === undefined ? {} : { 'x-key': `/${message.keyField}` }),
    ...usualMember(envelope.messages, 'correlationId'),
    ...(envelope.headers.length === 0 ? {} : { headers: headersSchema(message, type) }),
    payload: payloadSchema(message, type),
    ...(message.keyField === undefined ? {} : { bindings: keyBinding(message, message.keyField) }),
    ...exampleOf(message, type),
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

/** A member as most of the messages have it. */
function usualMember(messages: readonly Message[], key: string): JsonObject {
  const values = messages.flatMap(({ node }) => node.value[key] ?? [])
  const value = mostFrequent(values)
  return value !== undefined && values.length > messages.length / 2 ? { [key]: value } : {}
}

function headersSchema({ envelope, file }: EventMessage, type: string): Json {
  const own = typeConstants(envelope, 'headers', type)
  return {
    type: 'object',
    allOf: [...references(file, envelope.headers), ...(own === undefined ? [] : [own])],
  }
}

function payloadSchema({ envelope, file, schemaPath }: EventMessage, type: string): Json {
  const data = { $ref: refTo(file, { file: schemaPath, pointer: '' }) }
  if (envelope.payload.length === 0) return data
  const own = typeConstants(envelope, 'payload', type)
  const tokens = pointerTokens(envelope.data) ?? []
  const wrapped = tokens.length === 0 ? own : joinValues(own, schemaAt(tokens, data, true))
  return {
    allOf: [
      ...references(file, envelope.payload),
      ...(tokens.length === 0 ? [data] : []),
      ...(wrapped === undefined ? [] : [wrapped]),
    ],
  }
}

function references(file: string, nodes: readonly Node[]): readonly Json[] {
  return nodes.map((node) => ({ $ref: refTo(file, node) }))
}

/** Fixes the type wherever the envelope has it. */
function typeConstants(
  envelope: EnvelopeStyle,
  where: 'payload' | 'headers',
  type: string,
): Json | undefined {
  return placesOf(envelope, 'type', where).reduce<Json | undefined>(
    (joined, tokens) => joinValues(joined, schemaAt(tokens, { const: type }, false)),
    undefined,
  )
}

/** An object schema that says something about the value under the tokens only. */
function schemaAt(tokens: readonly string[], schema: Json, isRequired: boolean): Json {
  const [token, ...rest] = tokens
  if (token === undefined) return schema
  return {
    type: 'object',
    properties: { [token]: schemaAt(rest, schema, isRequired) },
    ...(isRequired ? { required: [token] } : {}),
  }
}

function placesOf(
  { attributes }: EnvelopeStyle,
  attribute: string,
  where: 'payload' | 'headers',
): readonly (readonly string[])[] {
  const places = attributes.get(attribute) ?? []
  return places.filter((place) => place.in === where).map(({ pointer }) => pointerTokens(pointer) ?? [])
}

/** A whole message, made of the first examples of the envelopes; none where an envelope has no example. */
function exampleOf(message: EventMessage, type: string): JsonObject {
  const { envelope, data } = message
  const payload = filledExample(message, 'payload', type)
  const headers = filledExample(message, 'headers', type)
  if (payload === undefined || headers === undefined) return {}
  const tokens = pointerTokens(envelope.data) ?? []
  const example = {
    name: 'smallest',
    summary: 'Only what is required.',
    ...(envelope.headers.length === 0 ? {} : { headers }),
    payload: tokens.length === 0 ? joinValues(payload, data) : withValueAt(payload, tokens, data),
  }
  return { examples: [example] }
}

function filledExample(
  message: EventMessage,
  where: 'payload' | 'headers',
  type: string,
): JsonObject | undefined {
  const { envelope, source } = message
  const examples = envelope[where].map((node) => items(child(node, 'examples'))[0]?.value)
  if (!examples.every(isObject)) return undefined
  const values: readonly (readonly [string, string])[] = [
    ['type', type],
    ['source', source],
    ['dataversion', '1.0.0'],
  ]
  return values.reduce<JsonObject>(
    (filled, [attribute, value]) =>
      placesOf(envelope, attribute, where)
        .filter((tokens) => attribute === 'type' || valueAt(filled, tokens) !== undefined)
        .reduce<JsonObject>((filled, tokens) => withValueAt(filled, tokens, value) as JsonObject, filled),
    examples.reduce<JsonObject>((joined, example) => ({ ...joined, ...example }), {}),
  )
}

/** Kafka's message key, in the words of other messages with the same key. */
function keyBinding({ file, siblings }: EventMessage, field: string): Json {
  const known = siblings.flatMap(({ key, node }) =>
    key === `/${field}` && node.file === file ? (node.value['bindings'] ?? []) : [],
  )
  const key = { type: 'string', description: `The ${field} of the data.`, minLength: 1, maxLength: 64 }
  return mostFrequent(known) ?? { kafka: { key, bindingVersion: '0.5.0' } }
}
