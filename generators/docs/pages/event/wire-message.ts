import type { AttributePlace, Catalog, Json, JsonObject, Message, Node } from '@concordat/toolkit/model'
import { pointerTokens } from '@concordat/toolkit/model'
import { dataExamples } from '../../code/data-examples.ts'
import { madeUpData } from '../../code/made-up-data.ts'
import type { EventEntry } from '../../site/event-entry.ts'

export interface WireMessage {
  readonly headers: JsonObject | undefined
  readonly body: Json
  /** Where it comes from. */
  readonly caption: string
  /** The example of the contract that it shows: of the whole body or of the data; undefined where there is none. */
  readonly shows: Node | undefined
}

/**
 * A message in full: the contract's own example, else an example of the data in its envelope, else what the schemas of both
 * take.
 */
export function wireMessage(catalog: Catalog, { message, senders }: EventEntry): WireMessage | undefined {
  const stated = message.examples.find(({ payload }) => payload !== undefined)
  if (stated?.payload !== undefined)
    return {
      headers: stated.headers?.value,
      body: stated.payload.value,
      caption: stated.summary ?? stated.name ?? '',
      shows: stated.payload,
    }
  const [example] = dataExamples(catalog, message)
  const data = example === undefined ? madeUpData(catalog, message) : example.value
  if (data === undefined) return undefined
  const source = senders[0]?.service.source ?? 'application'
  return {
    ...wrap(message, data, source),
    caption: example === undefined ? 'made up from the schema' : 'an example of the data in its envelope',
    shows: example,
  }
}

/** A tree of members that were put at JSON Pointers. */
type Draft = Map<string, Draft | { readonly value: Json }>

function wrap(message: Message, data: Json, source: string): { headers: JsonObject | undefined; body: Json } {
  const { envelope } = message
  const [headers, body]: [Draft, Draft] = [new Map(), new Map()]
  for (const name of envelope.required) {
    if (name === 'data') continue
    const value = sampleOf(name, message.type, source)
    for (const place of envelope.attributes[name] ?? [])
      put(place.in === 'headers' ? headers : body, place, value)
  }
  const isInside = envelope.data !== ''
  if (isInside) put(body, { in: 'payload', pointer: envelope.data }, data)
  return {
    headers: headers.size === 0 ? undefined : (finish(headers) as JsonObject),
    body: isInside ? finish(body) : data,
  }
}

function sampleOf(name: string, type: string, source: string): Json {
  const samples = new Map([
    ['id', '7b0c1f52-6a0e-4c39-9c55-0f5d3b1f2a10'],
    ['type', type],
    ['source', source],
    ['time', '2026-01-15T10:30:00Z'],
    ['specversion', '1.0'],
    ['datacontenttype', 'application/json'],
  ])
  return samples.get(name) ?? name
}

function put(draft: Draft, { pointer }: AttributePlace, value: Json): void {
  const tokens = pointerTokens(pointer) ?? []
  let at = draft
  for (const token of tokens.slice(0, -1)) {
    const next = at.get(token)
    const inner: Draft = next instanceof Map ? next : new Map()
    at.set(token, inner)
    at = inner
  }
  const last = tokens.at(-1)
  if (last !== undefined) at.set(last, { value })
}

function finish(draft: Draft): Json {
  return Object.fromEntries(
    [...draft].map(([key, member]) => [key, member instanceof Map ? finish(member) : member.value]),
  )
}
