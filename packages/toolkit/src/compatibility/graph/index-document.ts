import type { Json, JsonObject } from '../../model/catalog.ts'
import { isArray, isObject } from '../../model/json.ts'
import { joinPointer } from '../../model/pointer.ts'
import { draftOf, keywordsOf } from './drafts.ts'
import { SchemaGraphError } from './schema-graph-error.ts'
import type { Draft } from './schema-node.ts'

/** A resource as it stands in the document, by pointers. */
export interface ResourceIndex {
  readonly uri: string
  readonly draft: Draft
  readonly root: string
  readonly anchors: Map<string, string>
  /** `$recursiveAnchor: true` at the root of a resource (2019-09) has the name ''. */
  readonly dynamicAnchors: Map<string, string>
}

export interface Place {
  readonly value: JsonObject | boolean
  readonly at: string
  readonly depth: number
  readonly resource: ResourceIndex
}

export interface DocumentIndex {
  readonly places: Map<string, Place>
  readonly resources: Map<string, ResourceIndex>
}

/** More levels than any schema that people write; fewer than make a recursive walk overflow the stack. */
const MAX_DEPTH = 1_000
const MAX_SCHEMAS = 200_000

const HOLDS_SCHEMAS: ReadonlySet<string> = new Set([
  'schema',
  'schemas',
  'schema or schemas',
  'map of schemas',
  'map of schemas or names',
])

/** Records every place below a schema where a schema stands, and the resources and anchors named there. */
export function indexSchemas(index: DocumentIndex, start: Place): void {
  const waiting = [start]
  for (let found = waiting.pop(); found !== undefined; found = waiting.pop()) {
    if (index.places.has(found.at)) continue
    const place = isObject(found.value) ? nameResource(index, found, found.value) : found
    if (place.depth > MAX_DEPTH)
      throw new SchemaGraphError(
        '$schema',
        place.at.slice(0, 200),
        `nests more than ${MAX_DEPTH} schemas in each other`,
      )
    if (index.places.size >= MAX_SCHEMAS)
      throw new SchemaGraphError('$schema', '', `has more than ${MAX_SCHEMAS} subschemas`)
    index.places.set(place.at, place)
    addSubplaces(waiting, place)
  }
}

/** Puts the places of the schemas directly inside one on the list. */
function addSubplaces(waiting: Place[], { value, at, depth, resource }: Place): void {
  if (typeof value === 'boolean') return
  const known = keywordsOf(resource.draft)
  const add = (child: Json | undefined, pointer: string): void => {
    if (isObject(child) || typeof child === 'boolean')
      waiting.push({ value: child, at: pointer, depth: depth + 1, resource })
  }
  for (const name of Object.keys(value)) {
    const form = known.get(name)?.form
    if (form === undefined || !HOLDS_SCHEMAS.has(form)) continue
    const held = value[name]
    const pointer = joinPointer(at, name)
    const isMap = form.startsWith('map')
    if (isArray(held)) for (const [index, child] of held.entries()) add(child, `${pointer}/${index}`)
    else if (isMap && isObject(held))
      for (const key of Object.keys(held)) add(held[key], joinPointer(pointer, key))
    else if (!isMap) add(held, pointer)
  }
}

/** Before 2019-09 a `$ref` silences what stands beside it. */
export function isOnlyReference(draft: Draft, value: JsonObject): boolean {
  return draft < 2019 && typeof value['$ref'] === 'string'
}

function nameResource(index: DocumentIndex, place: Place, value: JsonObject): Place {
  const { at } = place
  const isRoot = at === place.resource.root
  const dialect = Object.hasOwn(value, '$schema') ? value['$schema'] : undefined
  const idKeyword = place.resource.draft === 4 ? 'id' : '$id'
  const id = isOnlyReference(place.resource.draft, value) ? undefined : own(value, idKeyword)
  const [uri = '', fragment = ''] = id?.split('#', 2) ?? []
  let { resource } = place
  if (isRoot || uri !== '') {
    const draft = typeof dialect === 'string' ? draftOf(dialect) : resource.draft
    if (draft === undefined)
      throw new SchemaGraphError(
        '$schema',
        at,
        `names a dialect that is not known: ${JSON.stringify(dialect)}`,
      )
    resource = addResource(index, place, uri === '' ? resource.uri : resolveUri(uri, resource.uri, at), draft)
  }
  addAnchors(value, at, resource, fragment)
  return { ...place, resource }
}

function addResource(index: DocumentIndex, place: Place, uri: string, draft: Draft): ResourceIndex {
  const known = index.resources.get(uri)
  if (known !== undefined && known.root !== place.at)
    throw new SchemaGraphError('$id', place.at, `names a second schema ${JSON.stringify(uri)}`)
  const resource = newResource(uri, draft, place.at)
  index.resources.set(uri, resource)
  return resource
}

export function newResource(uri: string, draft: Draft, root: string): ResourceIndex {
  return { uri, draft, root, anchors: new Map(), dynamicAnchors: new Map() }
}

function addAnchors(value: JsonObject, at: string, resource: ResourceIndex, fragment: string): void {
  const { draft, anchors, dynamicAnchors } = resource
  if (draft < 2019) {
    if (fragment !== '') anchors.set(fragment, at)
    return
  }
  const anchor = own(value, '$anchor')
  if (anchor !== undefined) anchors.set(anchor, at)
  const dynamic = draft === 2020 ? own(value, '$dynamicAnchor') : undefined
  if (dynamic !== undefined) {
    anchors.set(dynamic, at)
    dynamicAnchors.set(dynamic, at)
  }
  if (draft === 2019 && at === resource.root && value['$recursiveAnchor'] === true) dynamicAnchors.set('', at)
}

/** @throws SchemaGraphError where the text is not a URI reference */
export function resolveUri(reference: string, base: string, at: string): string {
  if (reference.startsWith('#')) return base + reference
  if (!URL.canParse(reference, base))
    throw new SchemaGraphError('$ref', at, `is not a URI reference: ${JSON.stringify(reference)}`)
  return new URL(reference, base).href
}

function own(value: JsonObject, key: string): string | undefined {
  const found = Object.hasOwn(value, key) ? value[key] : undefined
  return typeof found === 'string' ? found : undefined
}
