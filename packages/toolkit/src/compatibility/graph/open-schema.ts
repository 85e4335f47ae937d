import { formats } from '@concordat/formats'
import type { Json, JsonObject } from '../../model/catalog.ts'
import { isObject } from '../../model/json.ts'
import { pointerTokens, toPointer } from '../../model/pointer.ts'
import { draftOf } from './drafts.ts'
import { indexSchemas, isOnlyReference, resolveUri } from './index-document.ts'
import type { DocumentIndex, Place, ResourceIndex } from './index-document.ts'
import { SchemaGraphError } from './schema-graph-error.ts'
import type { Draft, DynamicReference, SchemaNode } from './schema-node.ts'
import { translateKeywords } from './translate-keywords.ts'

export interface OpenOptions {
  /** The draft of a schema without `$schema`. */
  readonly defaultDraft?: Draft
  /** Where relative references begin. */
  readonly base?: string
  /** Whether `format` says something about a string, where the format is known to Concordat; by default it does not. */
  readonly format?: 'annotation' | 'assertion'
}

interface Opening extends DocumentIndex {
  readonly document: Json
  readonly assertsFormat: boolean
  readonly nodes: Map<string, SchemaNode>
  readonly waiting: [Place, Writable][]
}

type Writable = { -readonly [Key in keyof SchemaNode]: SchemaNode[Key] }

/**
 * Opens a schema of any draft as a graph: each subschema that is reached is one node, references are edges, and recursion
 * is a cycle.
 * @throws SchemaGraphError for a schema that is malformed, too deep, or refers to what is not in the document
 */
export function openSchema(document: Json, options: OpenOptions = {}): SchemaNode {
  const { defaultDraft = 2020, base = 'concordat://schema/' } = options
  const opening: Opening = {
    document,
    assertsFormat: options.format === 'assertion',
    places: new Map(),
    resources: new Map(),
    nodes: new Map(),
    waiting: [],
  }
  if (!isObject(document) && typeof document !== 'boolean')
    throw new SchemaGraphError('$schema', '', 'is not a schema: neither an object nor a boolean')
  const resource: ResourceIndex = {
    uri: base,
    draft: draftAtRoot(document) ?? defaultDraft,
    root: '',
    anchors: new Map(),
    dynamicAnchorPlaces: new Map(),
    dynamicAnchors: new Map(),
  }
  indexSchemas(opening, { value: document, at: '', depth: 0, resource })
  const root = nodeAt(opening, '')
  for (let next = opening.waiting.pop(); next !== undefined; next = opening.waiting.pop())
    fillNode(opening, ...next)
  return root
}

function nodeAt(opening: Opening, at: string): SchemaNode {
  const known = opening.nodes.get(at)
  if (known !== undefined) return known
  const place = opening.places.get(at)
  if (place === undefined) throw new SchemaGraphError('$ref', at, 'is not a schema')
  const { resource } = place
  const node: Writable = { id: opening.nodes.size, draft: resource.draft, at, resource }
  opening.nodes.set(at, node)
  opening.waiting.push([place, node])
  // Another resource may come into the dynamic scope by any of its schemas.
  for (const [name, anchored] of resource.dynamicAnchorPlaces)
    if (!resource.dynamicAnchors.has(name)) resource.dynamicAnchors.set(name, nodeAt(opening, anchored))
  return node
}

function fillNode(opening: Opening, place: Place, node: Writable): void {
  const { value, at, resource } = place
  if (typeof value === 'boolean') {
    node.boolean = value
    return
  }
  const reference = (keyword: string): string | undefined => {
    const text = Object.hasOwn(value, keyword) ? value[keyword] : undefined
    if (text === undefined || typeof text === 'string') return text
    throw new SchemaGraphError(keyword, at, 'is not a string')
  }
  const ref = reference('$ref')
  if (ref !== undefined) node.ref = follow(opening, place, ref).node
  if (isOnlyReference(resource.draft, value)) return
  const dynamic = dynamicReference(opening, place, reference)
  if (dynamic !== undefined) node.dynamicRef = dynamic
  Object.assign(
    node,
    translateKeywords(place, (pointer) => nodeAt(opening, pointer)),
  )
  const { format } = value
  if (opening.assertsFormat && typeof format === 'string' && Object.hasOwn(formats, format))
    node.format = format
}

function dynamicReference(
  opening: Opening,
  place: Place,
  reference: (keyword: string) => string | undefined,
): DynamicReference | undefined {
  const { draft } = place.resource
  const text =
    draft === 2020 ? reference('$dynamicRef') : draft === 2019 ? reference('$recursiveRef') : undefined
  if (text === undefined) return undefined
  if (draft === 2019 && text !== '#') throw new SchemaGraphError('$recursiveRef', place.at, 'is not "#"')
  const { node, resource, fragment } = follow(opening, place, text)
  // A pointer never takes part in the dynamic scope, even if it leads to a dynamic anchor.
  const isDynamic = resource.dynamicAnchorPlaces.get(fragment) === node.at
  return { target: node, anchor: isDynamic ? fragment : undefined }
}

function follow(
  opening: Opening,
  { at, resource: from }: Place,
  reference: string,
): { readonly node: SchemaNode; readonly resource: ResourceIndex; readonly fragment: string } {
  const [uri = '', rawFragment = ''] = resolveUri(reference, from.uri, at).split('#', 2)
  const resource = opening.resources.get(uri)
  if (resource === undefined)
    throw new SchemaGraphError(
      '$ref',
      at,
      `refers to ${JSON.stringify(reference)}, which is not in the document`,
    )
  const fragment = decodeFragment(rawFragment, at)
  const pointer = locate(opening, resource, fragment)
  if (pointer === undefined)
    throw new SchemaGraphError('$ref', at, `refers to ${JSON.stringify(reference)}, where no schema is`)
  return { node: nodeAt(opening, pointer), resource, fragment }
}

function decodeFragment(fragment: string, at: string): string {
  try {
    return decodeURIComponent(fragment)
  } catch {
    throw new SchemaGraphError(
      '$ref',
      at,
      `has a fragment that is not percent-encoded: ${JSON.stringify(fragment)}`,
    )
  }
}

/** The pointer of the schema that a fragment names. */
function locate(opening: Opening, resource: ResourceIndex, fragment: string): string | undefined {
  if (fragment === '') return resource.root
  if (!fragment.startsWith('/')) return resource.anchors.get(fragment)
  const tokens = pointerTokens(`${resource.root}${fragment}`)
  if (tokens === undefined) return undefined
  const pointer = toPointer(tokens)
  if (opening.places.has(pointer)) return pointer
  return indexUnknownPlace(opening, tokens, resource) ? pointer : undefined
}

/** A pointer may lead to a schema under a keyword that no draft knows; it belongs to the resource around it. */
function indexUnknownPlace(opening: Opening, tokens: readonly string[], start: ResourceIndex): boolean {
  let value: Json | undefined = opening.document
  let resource = start
  for (const [index, token] of tokens.entries()) {
    resource = opening.places.get(toPointer(tokens.slice(0, index)))?.resource ?? resource
    value =
      typeof value === 'object' && value !== null && Object.hasOwn(value, token)
        ? (value as JsonObject)[token]
        : undefined
  }
  if (!isObject(value) && typeof value !== 'boolean') return false
  indexSchemas(opening, { value, at: toPointer(tokens), depth: tokens.length, resource })
  return true
}

function draftAtRoot(document: JsonObject | boolean): Draft | undefined {
  const dialect = isObject(document) && Object.hasOwn(document, '$schema') ? document['$schema'] : undefined
  return typeof dialect === 'string' ? draftOf(dialect) : undefined
}
