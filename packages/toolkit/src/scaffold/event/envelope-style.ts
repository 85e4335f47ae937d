import { quote } from '../../lint/quote.ts'
import type { AttributePlace, Catalog, JsonObject, Message, Node, System } from '../../model/catalog.ts'
import { followRef } from '../../model/follow-ref.ts'
import { child, entries, items, nodeId } from '../../model/node.ts'
import { nearest } from '../nearest.ts'
import { refusal } from '../refusal.ts'

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

/** Says on the command line that messages have no envelope. */
const NONE = 'none'

/**
 * The style for a new message: the one that is named, else the only one of its sender's messages, else the only one of
 * its system. `names` are subjects, paths or `none`.
 *
 * @throws ContractError `ambiguous`, `not-found`
 */
export function chooseEnvelope(
  catalog: Catalog,
  system: System,
  sent: readonly Message[],
  names: readonly string[],
): EnvelopeStyle {
  const styles = stylesOf(catalog, system.messages)
  if (names.length > 0) return namedStyle(catalog, styles, names)
  const ofSender = styles.filter((style) => style.messages.some((message) => sent.includes(message)))
  const [only, ...others] = ofSender.length === 1 ? ofSender : styles
  if (only === undefined) return newStyle([])
  if (others.length === 0) return only
  throw refusal(
    'ambiguous',
    `The messages of ${quote(system.name)} have different envelopes.`,
    `Choose one: ${choices(catalog, ofSender.length > 0 ? ofSender : styles)}.`,
  )
}

function stylesOf(catalog: Catalog, messages: readonly Message[]): readonly EnvelopeStyle[] {
  const styles = new Map<string, EnvelopeStyle>()
  for (const message of messages) {
    const payload = envelopesIn(catalog, child(message.node, 'payload'))
    const headers = envelopesIn(catalog, child(message.node, 'headers'))
    // What is written out in the message itself cannot be referred to by another one.
    if (message.envelope.mode !== 'bare' && payload.length + headers.length === 0) continue
    const id = JSON.stringify([payload.map(nodeId), headers.map(nodeId)])
    styles.set(id, styleOf(payload, headers, [...(styles.get(id)?.messages ?? []), message]))
  }
  return [...styles.values()]
}

/** The envelopes that a payload or headers schema refers to, in its own `$ref` or those of its `allOf`. */
function envelopesIn(catalog: Catalog, schema: Node | undefined): readonly Node[] {
  if (schema === undefined) return []
  return [schema, ...items(child(schema, 'allOf'))].flatMap((part) => {
    const target = followRef(catalog, part)
    return target.pointer === '' && child(target, 'x-concordat-envelope') !== undefined ? [target] : []
  })
}

function namedStyle(
  catalog: Catalog,
  styles: readonly EnvelopeStyle[],
  names: readonly string[],
): EnvelopeStyle {
  const wanted = names.filter((name) => name !== NONE)
  const has = (style: EnvelopeStyle): boolean =>
    wanted.every((name) => namesOf(catalog, style).includes(name))
  const same = styles.filter((style) => has(style) && namesOf(catalog, style).length === wanted.length)
  const wider = styles.filter(has)
  const [only, ...others] = same.length > 0 || wanted.length === 0 ? same : wider
  if (only === undefined) return newStyle(wanted.map((name) => findEnvelope(catalog, name)))
  if (others.length === 0) return only
  const message = `Several kinds of message are wrapped in ${names.map(quote).join(' and ')}.`
  throw refusal('ambiguous', message, `Choose one: ${choices(catalog, [only, ...others])}.`)
}

function findEnvelope(catalog: Catalog, name: string): Node<JsonObject> {
  const newest = new Map(catalog.subjects.map((subject) => [subject.name, subject.versions.at(-1)?.schema]))
  const isEnvelope = (node: Node | undefined): node is Node<JsonObject> =>
    node !== undefined && child(node, 'x-concordat-envelope') !== undefined
  const schema = newest.get(name)
  if (isEnvelope(schema)) return schema
  const names = [...newest].flatMap(([name, node]) => (isEnvelope(node) ? [name] : []))
  const message =
    schema === undefined
      ? `There is no envelope ${quote(name)}.`
      : `${quote(name)} is no envelope: it has no "x-concordat-envelope".`
  throw refusal('not-found', message, `${nearest(name, names)} "none" stands for no envelope.`)
}

/** An envelope that says where the data stands is a payload's; any other one is made of headers. */
function newStyle(envelopes: readonly Node[]): EnvelopeStyle {
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

function choices(catalog: Catalog, styles: readonly EnvelopeStyle[]): string {
  const lines = styles.map((style) => {
    const names = namesOf(catalog, style)
    const options = (names.length === 0 ? [NONE] : names).map((name) => `--envelope ${name}`).join(' ')
    return `${options} (like ${quote(style.messages[0]?.name ?? '')})`
  })
  return lines.toSorted().join(', ')
}

/** Subjects of a style's envelopes; the paths of those that are not versions of one. */
function namesOf(catalog: Catalog, style: EnvelopeStyle): readonly string[] {
  const versions = new Map(
    catalog.subjects.flatMap(({ name, versions }) => versions.map(({ path }) => [path, name] as const)),
  )
  return [...style.payload, ...style.headers].map(({ file }) => versions.get(file) ?? file)
}
