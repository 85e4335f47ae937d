import { quote } from '../../lint/quote.ts'
import type { Catalog, JsonObject, Message, Node, System } from '../../model/catalog.ts'
import { child } from '../../model/node.ts'
import { nearest } from '../nearest.ts'
import { refusal } from '../refusal.ts'
import { envelopeNames, type EnvelopeStyle, newStyle, stylesOf } from './envelope-style.ts'

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

function namedStyle(
  catalog: Catalog,
  styles: readonly EnvelopeStyle[],
  names: readonly string[],
): EnvelopeStyle {
  const wanted = names.filter((name) => name !== NONE)
  const has = (style: EnvelopeStyle): boolean =>
    wanted.every((name) => envelopeNames(catalog, style).includes(name))
  const same = styles.filter((style) => has(style) && envelopeNames(catalog, style).length === wanted.length)
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

function choices(catalog: Catalog, styles: readonly EnvelopeStyle[]): string {
  const lines = styles.map((style) => {
    const names = envelopeNames(catalog, style)
    const options = (names.length === 0 ? [NONE] : names).map((name) => `--envelope ${name}`).join(' ')
    return `${options} (like ${quote(style.messages[0]?.name ?? '')})`
  })
  return lines.toSorted().join(', ')
}
