import { posix } from 'node:path'
import type { AttributePlace, Catalog, Message, Node } from '../../model/catalog.ts'
import { followRef } from '../../model/follow-ref.ts'
import { child, entries, items } from '../../model/node.ts'
import { pointerTokens } from '../../model/pointer.ts'
import { compareSemver } from '../../model/semver.ts'

/** How messages are wrapped: which envelopes their payload and their headers refer to, and where the parts stand. */
export interface EnvelopeStyle {
  readonly payload: readonly Node[]
  readonly headers: readonly Node[]
  /** Where each CloudEvents attribute stands; one may stand in several places. */
  readonly attributes: ReadonlyMap<string, readonly AttributePlace[]>
  /** JSON Pointer of the data in the payload; `''` where it stands there itself. */
  readonly data: string
  /** Messages of the system that are wrapped so. */
  readonly messages: readonly Message[]
}

/** The styles of messages, of the same envelopes in several versions the newest. */
export function stylesOf(catalog: Catalog, messages: readonly Message[]): readonly EnvelopeStyle[] {
  const styles = new Map<string, EnvelopeStyle>()
  for (const message of messages) {
    const payload = envelopesIn(catalog, child(message.node, 'payload'))
    const headers = envelopesIn(catalog, child(message.node, 'headers'))
    // What is written out in the message itself cannot be referred to by another one.
    if (message.envelope.mode !== 'bare' && payload.length + headers.length === 0) continue
    const style = styleOf(payload, headers, [message])
    const id = envelopeNames(catalog, style).join()
    const known = styles.get(id)
    styles.set(id, known === undefined ? style : joinStyles(known, style))
  }
  return [...styles.values()]
}

function joinStyles(known: EnvelopeStyle, style: EnvelopeStyle): EnvelopeStyle {
  const versions = ({ payload, headers }: EnvelopeStyle): readonly string[] =>
    [...payload, ...headers].map(({ file }) => posix.parse(file).name)
  const steps = versions(style).map((version, index) => compareSemver(version, versions(known)[index] ?? ''))
  const newer = (steps.find((step) => step !== 0) ?? 0) > 0 ? style : known
  return { ...newer, messages: [...known.messages, ...style.messages] }
}

/** The envelopes that a payload or headers schema refers to, in its own `$ref` or those of its `allOf`. */
function envelopesIn(catalog: Catalog, schema: Node | undefined): readonly Node[] {
  if (schema === undefined) return []
  return [schema, ...items(child(schema, 'allOf'))].flatMap((part) => {
    const target = followRef(catalog, part)
    return target.pointer === '' && child(target, 'x-concordat-envelope') !== undefined ? [target] : []
  })
}

/** An envelope that says where the data stands is a payload's; any other one is made of headers. */
export function newStyle(envelopes: readonly Node[]): EnvelopeStyle {
  const isPayload = (node: Node): boolean => mappingOf(node).some(([name]) => name === 'data')
  return styleOf(
    envelopes.filter(isPayload),
    envelopes.filter((node) => !isPayload(node)),
    [],
  )
}

function styleOf(
  payload: readonly Node[],
  headers: readonly Node[],
  messages: readonly Message[],
): EnvelopeStyle {
  const places = [...placesIn('payload', payload), ...placesIn('headers', headers)]
  const [, data] = payload.flatMap(mappingOf).find(([name]) => name === 'data') ?? []
  const isAttribute = ({ name }: (typeof places)[number]): boolean => name !== 'data'
  return {
    payload,
    headers,
    attributes: Map.groupBy(places.filter(isAttribute), ({ name }) => name),
    data: data ?? '',
    messages,
  }
}

function placesIn(where: AttributePlace['in'], envelopes: readonly Node[]) {
  return envelopes.flatMap(mappingOf).map(([name, pointer]) => ({ name, in: where, pointer }))
}

/** Attribute and JSON Pointer, as `x-concordat-envelope` says. */
function mappingOf(envelope: Node): readonly (readonly [string, string])[] {
  return entries(child(envelope, 'x-concordat-envelope')).flatMap(([name, { value }]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  )
}

/** Places of an attribute in the payload or the headers, each as the keys that lead there. */
export function placesOf(
  { attributes }: EnvelopeStyle,
  attribute: string,
  where: AttributePlace['in'],
): readonly (readonly string[])[] {
  const places = attributes.get(attribute) ?? []
  return places.filter((place) => place.in === where).map(({ pointer }) => pointerTokens(pointer) ?? [])
}

/** Subjects of a style's envelopes; the paths of those that are not versions of one. */
export function envelopeNames(catalog: Catalog, style: EnvelopeStyle): readonly string[] {
  const versions = new Map(
    catalog.subjects.flatMap(({ name, versions }) => versions.map(({ path }) => [path, name] as const)),
  )
  return [...style.payload, ...style.headers].map(({ file }) => versions.get(file) ?? file)
}
