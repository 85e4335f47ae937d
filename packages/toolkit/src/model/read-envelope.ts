import { compareText } from './by-name.ts'
import type { AttributePlace, Envelope, Node } from './catalog.ts'
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
  const payload = readMapping(problems, schemas.payload)
  const headers = readMapping(problems, schemas.headers)
  const places = [...placesOf(payload, 'payload'), ...placesOf(headers, 'headers')]
  const attributes = new Map<string, AttributePlace[]>()
  for (const [name, place] of places.toSorted(([a], [b]) => compareText(a, b))) {
    attributes.set(name, [...(attributes.get(name) ?? []), place])
  }
  return {
    mode: modeOf(payload, headers, contentType),
    attributes: Object.fromEntries(attributes),
    data: payload.findLast(([name]) => name === 'data')?.[1] ?? '',
    required: [...attributes]
      .filter(([, at]) =>
        at.some((place) => isRequiredAt(references, schemas[place.in], pointerTokens(place.pointer) ?? [])),
      )
      .map(([name]) => name),
  }
}

/** Attributes with the pointers of their places; an attribute may stand in several. */
type Mapping = readonly (readonly [name: string, pointer: string])[]

function modeOf(payload: Mapping, headers: Mapping, contentType: string): Envelope['mode'] {
  if (payload.length > 0)
    return contentType.startsWith('application/cloudevents+json') ? 'structured' : 'envelope'
  return headers.length > 0 ? 'binary' : 'bare'
}

function placesOf(mapping: Mapping, where: AttributePlace['in']): (readonly [string, AttributePlace])[] {
  const seen = new Set<string>()
  return mapping
    .filter(([name, pointer]) => name !== 'data' && seen.size < seen.add(`${name} ${pointer}`).size)
    .map(([name, pointer]) => [name, { in: where, pointer }] as const)
}

function readMapping(problems: ProblemList, schemas: readonly Node[]): Mapping {
  return schemas.flatMap((schema) => {
    const extension = child(schema, 'x-concordat-envelope')
    if (extension === undefined) return []
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
