import type { Envelope, Node, SubjectVersion } from './catalog.ts'
import { child, entries, items } from './node.ts'
import { pointerTokens } from './pointer.ts'
import type { References } from './references.ts'
import { branches, schemasAt } from './schema-branches.ts'

/** The schema of the data inside a message's envelope, and the version of a subject that it is. */
export interface MessageData {
  readonly data: Node | undefined
  readonly version: SubjectVersion | undefined
}

/** Finds the data schema where the envelope says that the data stands; `versions` are by path. */
export function readData(
  references: References,
  versions: ReadonlyMap<string, SubjectVersion>,
  payload: Node | undefined,
  envelope: Envelope,
): MessageData {
  if (payload === undefined) return { data: undefined, version: undefined }
  const found =
    envelope.data === ''
      ? dataBranches(references, payload, envelope)
      : dataMembers(references, payload, envelope)
  const schemas = found.map((node) => references.target(node))
  const versionOf = (node: Node): SubjectVersion | undefined =>
    node.pointer === '' ? versions.get(node.file) : undefined
  const data = schemas.find((schema) => versionOf(schema) !== undefined) ?? schemas.at(-1)
  return { data, version: data === undefined ? undefined : versionOf(data) }
}

/** The envelope may speak of its data in general; the message's own schema of it comes after that. */
function dataMembers(references: References, payload: Node, envelope: Envelope): readonly Node[] {
  return schemasAt(references, payload, pointerTokens(envelope.data) ?? [])
}

/** The payload itself; where attributes stand beside the data's properties, the one branch that is neither. */
function dataBranches(references: References, payload: Node, envelope: Envelope): readonly Node[] {
  const attributes = payloadAttributes(envelope)
  if (attributes.size === 0) return [payload]
  const parts = items(child(payload, 'allOf')).filter((part) => isData(references, part, attributes))
  const [only, ...others] = parts
  return only === undefined || others.length > 0 ? [...parts, payload] : [only]
}

/** Names of the payload's members that hold attributes. */
function payloadAttributes(envelope: Envelope): ReadonlySet<string> {
  const places = Object.values(envelope.attributes).flat()
  const pointers = places.filter((place) => place.in === 'payload').map((place) => place.pointer)
  return new Set(pointers.map((pointer) => pointerTokens(pointer)?.[0] ?? ''))
}

function isData(references: References, part: Node, attributes: ReadonlySet<string>): boolean {
  const schemas = branches(references, part)
  if (schemas.some((schema) => child(schema, 'x-concordat-envelope') !== undefined)) return false
  const names = schemas.flatMap((schema) => entries(child(schema, 'properties')).map(([name]) => name))
  return names.length === 0 || names.some((name) => !attributes.has(name))
}
