import {
  type Json,
  type JsonObject,
  type Message,
  type MessageExample,
  pointerTokens,
} from '@concordat/toolkit/model'

type AttributeValue = string | number | boolean

/** What a message holds: what a publisher is given, and what a handler must get. */
export interface MessageContent {
  readonly data: Json
  /** CloudEvents attributes by name. */
  readonly attributes: Readonly<Record<string, AttributeValue>>
  /** All headers, those that hold attributes included. */
  readonly headers: Readonly<Record<string, string>>
}

/** Attributes whose value follows from the contract, so that no caller gives them. */
const DECIDED_BY_CONTRACT: ReadonlySet<string> = new Set([
  'type',
  'specversion',
  'datacontenttype',
  'dataversion',
])

/**
 * What a caller gives for each example of a message: the message's own examples, taken apart by its envelope, and the
 * examples of the subject's version as data with the attributes of the first one.
 */
export function exampleContents(message: Message): readonly MessageContent[] {
  const own = message.examples.map((example) => callerContent(message, example))
  const [first] = own
  if (first === undefined) return []
  const data = message.version?.examples ?? []
  return [...own, ...data.map(({ value }) => ({ ...first, data: value }))]
}

/** What a handler must get for what the caller gave: the contract's attributes too, and headers for all of them. */
export function receivedContent(message: Message, given: MessageContent): MessageContent {
  const { attributes: places } = message.envelope
  const attributes = Object.fromEntries(
    Object.entries({ ...given.attributes, ...contractAttributes(message) }).filter(
      ([name]) => name in places,
    ),
  )
  const headers = Object.entries(attributes).flatMap(([name, value]) =>
    (places[name] ?? [])
      .filter((place) => place.in === 'headers')
      .map((place) => [memberName(place.pointer), String(value)] as const),
  )
  return { data: given.data, attributes, headers: { ...given.headers, ...Object.fromEntries(headers) } }
}

/** CloudEvents 1.0.2; the version of the data is that of its subject. */
function contractAttributes(message: Message): Readonly<Record<string, AttributeValue>> {
  const isStructured = message.envelope.mode === 'structured'
  return {
    type: message.type,
    specversion: '1.0',
    datacontenttype: isStructured ? 'application/json' : message.contentType,
    ...(message.version !== undefined && { dataversion: message.version.version }),
  }
}

function callerContent(message: Message, example: MessageExample): MessageContent {
  const { envelope } = message
  const attributes = Object.entries(envelope.attributes).flatMap(([name, places]) => {
    const values = places.map((place) => valueAt(example[place.in]?.value, place.pointer))
    const value = values.find((each) => each !== undefined)
    return value === undefined || DECIDED_BY_CONTRACT.has(name)
      ? []
      : [[name, value as AttributeValue] as const]
  })
  return {
    data: exampleData(message, example),
    attributes: Object.fromEntries(attributes),
    headers: ownHeaders(message, example),
  }
}

function exampleData({ envelope }: Message, { payload }: MessageExample): Json {
  if (envelope.data !== '') return valueAt(payload?.value, envelope.data) ?? null
  return withoutMembers(payload?.value ?? null, attributeMembers(envelope, 'payload'))
}

function ownHeaders({ envelope }: Message, { headers }: MessageExample): Readonly<Record<string, string>> {
  const own = withoutMembers(headers?.value ?? {}, attributeMembers(envelope, 'headers'))
  return Object.fromEntries(Object.entries(own ?? {}).map(([name, value]) => [name, String(value)]))
}

/** Top-level members of the payload or the headers that hold attributes. */
function attributeMembers(envelope: Message['envelope'], where: 'payload' | 'headers'): ReadonlySet<string> {
  const places = Object.values(envelope.attributes).flat()
  return new Set(places.filter((place) => place.in === where).map((place) => memberName(place.pointer)))
}

function withoutMembers(value: Json, members: ReadonlySet<string>): Json {
  if (typeof value !== 'object' || value === null || members.size === 0) return value
  return Object.fromEntries(Object.entries(value).filter(([name]) => !members.has(name)))
}

function memberName(pointer: string): string {
  return pointerTokens(pointer)?.[0] ?? ''
}

/** The value that a JSON Pointer leads to. */
export function valueAt(document: Json | undefined, pointer: string): Json | undefined {
  let value = document
  for (const token of pointerTokens(pointer) ?? []) {
    if (typeof value !== 'object' || value === null) return undefined
    value = Object.hasOwn(value, token) ? (value as JsonObject)[token] : undefined
  }
  return value
}
