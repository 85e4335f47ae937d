import { compareText } from './by-name.ts'
import type { AttributePlace, Envelope, Json, Node } from './catalog.ts'
import { child, entries, isObjectNode } from './node.ts'
import { pointerTokens } from './pointer.ts'
import type { ProblemList } from './problem-list.ts'
import { wrongField } from './read-field.ts'
import type { References } from './references.ts'
import { branches, isRequiredAt } from './schema-branches.ts'

/** The schemas of a message on the wire. */
export interface WireSchemas {
  readonly payload: Node | undefined
  readonly headers: Node | undefined
}

/**
 * Finds where the CloudEvents attributes of a message stand, from `x-concordat-envelope` in its payload and headers
 * schemas. Mappings found in several branches of `allOf` add up.
 */
export function readEnvelope(
  references: References,
  problems: ProblemList,
  wire: WireSchemas,
  contentType: string,
): Envelope {
  const schemas = {
    payload: wire.payload === undefined ? [] : branches(references, wire.payload),
    headers: wire.headers === undefined ? [] : branches(references, wire.headers),
  }
  const { isIn, attributes, data, places } = readPlaces(references, problems, {
    payload: extensionsOf(schemas.payload),
    headers: extensionsOf(schemas.headers),
  })
  const required = places
    .filter(([, place, tokens]) => isRequiredAt(references, schemas[place.in], tokens))
    .map(([name]) => name)
  return { mode: modeOf(isIn, contentType), attributes, data, required: [...new Set(required)] }
}

/** What the extensions of a message say, whatever else its schemas say. */
interface Places extends Pick<Envelope, 'attributes' | 'data'> {
  /** Where anything is said. */
  readonly isIn: { readonly payload: boolean; readonly headers: boolean }
  /** Each place with its pointer's tokens, by name. */
  readonly places: readonly (readonly [name: string, place: AttributePlace, tokens: readonly string[]])[]
}

/**
 * What was read of a catalog, by the numbers of the extensions: most messages share an envelope. Numbers stand for values
 * and not for places, because traits that are merged give several values to one place.
 */
interface KnownPlaces {
  readonly numbers: Map<Json, number>
  readonly places: Map<string, Places>
}

const known = new WeakMap<References, KnownPlaces>()

function readPlaces(
  references: References,
  problems: ProblemList,
  extensions: { readonly payload: readonly Node[]; readonly headers: readonly Node[] },
): Places {
  // What is no object is wrong, and is told of in each place.
  if (![...extensions.payload, ...extensions.headers].every(isObjectNode))
    return findPlaces(problems, extensions)
  const read: KnownPlaces = known.get(references) ?? { numbers: new Map(), places: new Map() }
  known.set(references, read)
  const numberOf = ({ value }: Node): number => {
    const number = read.numbers.get(value) ?? read.numbers.size
    read.numbers.set(value, number)
    return number
  }
  const key = [...extensions.payload.map(numberOf), '', ...extensions.headers.map(numberOf)].join(' ')
  const places = read.places.get(key) ?? findPlaces(problems, extensions)
  read.places.set(key, places)
  return places
}

function findPlaces(
  problems: ProblemList,
  extensions: { readonly payload: readonly Node[]; readonly headers: readonly Node[] },
): Places {
  const payload = readMapping(problems, extensions.payload)
  const headers = readMapping(problems, extensions.headers)
  const places = [...placesOf(payload, 'payload'), ...placesOf(headers, 'headers')].toSorted(([a], [b]) =>
    compareText(a, b),
  )
  const attributes = Map.groupBy(places, ([name]) => name)
  return {
    isIn: { payload: payload.length > 0, headers: headers.length > 0 },
    attributes: Object.fromEntries(
      Array.from(attributes, ([name, at]) => [name, at.map(([, place]) => place)]),
    ),
    data: payload.findLast(([name]) => name === 'data')?.[1] ?? '',
    places: places.map(([name, place]) => [name, place, pointerTokens(place.pointer) ?? []]),
  }
}

function extensionsOf(schemas: readonly Node[]): readonly Node[] {
  return schemas.flatMap((schema) => child(schema, 'x-concordat-envelope') ?? [])
}

/** Attributes with the pointers of their places; an attribute may stand in several. */
type Mapping = readonly (readonly [name: string, pointer: string])[]

function modeOf(isIn: Places['isIn'], contentType: string): Envelope['mode'] {
  if (isIn.payload) return contentType.startsWith('application/cloudevents+json') ? 'structured' : 'envelope'
  return isIn.headers ? 'binary' : 'bare'
}

function placesOf(mapping: Mapping, where: AttributePlace['in']): (readonly [string, AttributePlace])[] {
  const seen = new Set<string>()
  return mapping
    .filter(([name, pointer]) => name !== 'data' && seen.size < seen.add(`${name} ${pointer}`).size)
    .map(([name, pointer]) => [name, { in: where, pointer }] as const)
}

function readMapping(problems: ProblemList, extensions: readonly Node[]): Mapping {
  return extensions.flatMap((extension) => {
    if (!isObjectNode(extension))
      wrongField(problems, extension, 'an object from attribute to JSON Pointer', 'bad-extension')
    return entries(extension).flatMap(([name, pointer]): Mapping => {
      if (isPointer(pointer.value)) return [[name, pointer.value]]
      wrongField(problems, pointer, 'a JSON Pointer', 'bad-extension')
      return []
    })
  })
}

function isPointer(value: unknown): value is string {
  return typeof value === 'string' && pointerTokens(value) !== undefined
}
