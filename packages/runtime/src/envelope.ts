import type { AttributePlace, EnvelopeMapping } from './contract.ts'
import {
  type JsonObject,
  isJsonObject,
  pointerTokens,
  setMember,
  setValueAt,
  valueAt,
} from './json-pointer.ts'

/** Value of a CloudEvents attribute (1.0.2, section 3.1) in JSON. */
export type AttributeValue = string | number | boolean

/** Attributes by their CloudEvents names. */
export type Attributes = Readonly<Record<string, AttributeValue>>

/** The two parts of a message that its contract describes. */
export interface Envelope {
  readonly payload: unknown
  readonly headers: Readonly<Record<string, string>>
}

/** Puts attributes and data where the mapping says. Attributes that the mapping has no place for are left out. */
export function encodeEnvelope(mapping: EnvelopeMapping, attributes: Attributes, data: unknown): Envelope {
  const members: JsonObject = {}
  const headers: Record<string, string> = {}
  for (const [name, places] of Object.entries(mapping.attributes)) {
    const value = Object.hasOwn(attributes, name) ? attributes[name] : undefined
    if (value === undefined) continue
    for (const place of places) {
      if (place.in === 'headers') setMember(headers, headerName(place), String(value))
      else setValueAt(members, place.pointer, value)
    }
  }
  return { payload: withData(mapping, members, data), headers }
}

/** The attributes that a message carries; of several places the first one that holds a value counts. */
export function decodeAttributes(mapping: EnvelopeMapping, envelope: Envelope): Attributes {
  const found: [string, AttributeValue][] = []
  for (const name of Object.keys(mapping.attributes)) {
    const value = decodeAttribute(mapping, name, envelope)
    if (value !== undefined) found.push([name, value])
  }
  return Object.fromEntries(found)
}

/** One attribute of a message, or undefined. Null says that it is absent (CloudEvents JSON format 1.0.2, section 2.2). */
export function decodeAttribute(
  mapping: EnvelopeMapping,
  name: string,
  envelope: Envelope,
): AttributeValue | undefined {
  for (const place of placesOf(mapping, name)) {
    const value =
      place.in === 'payload'
        ? valueAt(envelope.payload, place.pointer)
        : headerValue(envelope.headers, headerName(place))
    if (isAttributeValue(value)) return value
  }
  return undefined
}

/** The data of a message, without the attributes that stand beside it in a flattened payload. */
export function decodeData(mapping: EnvelopeMapping, payload: unknown): unknown {
  if (mapping.data !== '') return valueAt(payload, mapping.data)
  const members = envelopeMembers(mapping)
  if (members.size === 0 || !isJsonObject(payload)) return payload
  return Object.fromEntries(Object.entries(payload).filter(([name]) => !members.has(name)))
}

/** Top-level members of a flattened payload that belong to the envelope, so not to the data. */
export function envelopeMembers(mapping: EnvelopeMapping): ReadonlySet<string> {
  const places = mapping.data === '' ? Object.values(mapping.attributes).flat() : []
  return new Set(
    places.filter((place) => place.in === 'payload').map(({ pointer }) => pointerTokens(pointer)[0] ?? ''),
  )
}

/** Places of an attribute; none where the envelope does not have it. */
export function placesOf(mapping: EnvelopeMapping, name: string): readonly AttributePlace[] {
  return Object.hasOwn(mapping.attributes, name) ? (mapping.attributes[name] ?? []) : []
}

function withData(mapping: EnvelopeMapping, members: JsonObject, data: unknown): unknown {
  if (mapping.data !== '') {
    setValueAt(members, mapping.data, data)
    return members
  }
  return isJsonObject(data) && Object.keys(members).length > 0 ? { ...members, ...data } : data
}

function headerName(place: AttributePlace): string {
  return pointerTokens(place.pointer).join('/')
}

function headerValue(headers: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(headers, name) ? headers[name] : undefined
}

export function isAttributeValue(value: unknown): value is AttributeValue {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}
