import { formats } from '@concordat/formats'
import type { Json, JsonObject } from '../../model/catalog.ts'
import { isObject } from '../../model/json.ts'
import { joinPointer, pointerTokens, toPointer } from '../../model/pointer.ts'
import { draftOf } from './drafts.ts'
import { openScopes } from './dynamic-scope.ts'
import type { DynamicScope, DynamicScopes } from './dynamic-scope.ts'
import { indexSchemas, isOnlyReference, newResource, resolveUri } from './index-document.ts'
import type { DocumentIndex, Place, ResourceIndex } from './index-document.ts'
import { metaschemas } from './metaschemas.ts'
import { SchemaGraphError } from './schema-graph-error.ts'
import type { Draft, SchemaNode } from './schema-node.ts'
import { translateKeywords } from './translate-keywords.ts'
import type { Writable } from './translate-keywords.ts'

export interface OpenOptions {
  /** The draft of a schema without `$schema`. */
  readonly defaultDraft?: Draft
  /** Where relative references begin. */
  readonly base?: string
  /** Whether `format` says something about a string, where the format is known to Concordat; by default it does not. */
  readonly format?: 'annotation' | 'assertion'
}

interface Opening extends DocumentIndex {
  readonly assertsFormat: boolean
  readonly scopes: DynamicScopes
  /** By scope and pointer. */
  readonly nodes: Map<string, SchemaNode>
  readonly waiting: [Place, DynamicScope, Writable][]
}

/** More than any schema that people write, each in every dynamic scope that it is reached in. */
const MAX_NODES = 50_000

/**
 * Opens a schema of any draft as a graph: each subschema that is reached is one node, references are edges, and recursion
 * is a cycle.
 * @throws SchemaGraphError for a schema that is malformed, too deep, or refers to what is not in the document
 */
export function openSchema(document: Json, options: OpenOptions = {}): SchemaNode {
  const { defaultDraft = 2020, base = 'concordat://schema/' } = options
  const opening: Opening = {
    assertsFormat: options.format === 'assertion',
    scopes: openScopes(),
    places: new Map(),
    resources: new Map(),
    nodes: new Map(),
    waiting: [],
  }
  if (!isObject(document) && typeof document !== 'boolean')
    throw new SchemaGraphError('$schema', '', 'is not a schema: neither an object nor a boolean')
  const resource = newResource(base, draftAtRoot(document) ?? defaultDraft, '')
  indexSchemas(opening, { value: document, at: '', depth: 0, resource })
  const root = nodeAt(opening, '', opening.scopes.outermost)
  for (let next = opening.waiting.pop(); next !== undefined; next = opening.waiting.pop())
    fillNode(opening, ...next)
  return root
}

function nodeAt(opening: Opening, at: string, outer: DynamicScope): SchemaNode {
  const place = opening.places.get(at)
  if (place === undefined) throw new SchemaGraphError('$ref', at, 'is not a schema')
  const { dynamicAnchors, draft } = place.resource
  const scope = dynamicAnchors.size === 0 ? outer : opening.scopes.enter(outer, dynamicAnchors)
  const key = `${scope.id}${at}`
  const known = opening.nodes.get(key)
  if (known !== undefined) return known
  if (opening.nodes.size >= MAX_NODES)
    throw new SchemaGraphError(
      '$dynamicRef',
      at,
      `is one of more than ${MAX_NODES} subschemas in their scopes`,
    )
  const node: Writable = { id: opening.nodes.size, draft, at }
  opening.nodes.set(key, node)
  opening.waiting.push([place, scope, node])
  return node
}

function fillNode(opening: Opening, place: Place, scope: DynamicScope, node: Writable): void {
  const { value, at, resource } = place
  if (typeof value === 'boolean') {
    node.boolean = value
    return
  }
  const ref = referenceOf(value, '$ref', at)
  if (ref !== undefined) node.ref = nodeAt(opening, follow(opening, place, '$ref', ref).pointer, scope)
  if (isOnlyReference(resource.draft, value)) return
  const dynamic = dynamicTarget(opening, place, value, scope)
  if (dynamic !== undefined) node.dynamicRef = nodeAt(opening, dynamic, scope)
  translateKeywords(node, place, (pointer) => nodeAt(opening, pointer, scope))
  const { format } = value
  if (opening.assertsFormat && typeof format === 'string' && Object.hasOwn(formats, format))
    node.format = format
}

function referenceOf(value: JsonObject, keyword: string, at: string): string | undefined {
  const text = Object.hasOwn(value, keyword) ? value[keyword] : undefined
  if (text === undefined || typeof text === 'string') return text
  throw new SchemaGraphError(keyword, at, 'is not a string')
}

function dynamicTarget(
  opening: Opening,
  place: Place,
  value: JsonObject,
  { meaningOf }: DynamicScope,
): string | undefined {
  const { draft } = place.resource
  const keyword = draft === 2020 ? '$dynamicRef' : draft === 2019 ? '$recursiveRef' : undefined
  const text = keyword === undefined ? undefined : referenceOf(value, keyword, place.at)
  if (keyword === undefined || text === undefined) return undefined
  if (draft === 2019 && text !== '#') throw new SchemaGraphError(keyword, place.at, 'is not "#"')
  const { pointer, resource, fragment } = follow(opening, place, keyword, text)
  // A pointer never takes part in the dynamic scope, even if it leads to a dynamic anchor.
  const isDynamic = resource.dynamicAnchors.get(fragment) === pointer
  return (isDynamic ? meaningOf.get(fragment) : undefined) ?? pointer
}

function follow(
  opening: Opening,
  { at, resource: from }: Place,
  keyword: string,
  reference: string,
): { readonly pointer: string; readonly resource: ResourceIndex; readonly fragment: string } {
  const [uri = '', rawFragment = ''] = resolveUri(reference, from.uri, at).split('#', 2)
  const resource = opening.resources.get(uri) ?? indexMetaschema(opening, uri)
  if (resource === undefined)
    throw new SchemaGraphError(
      keyword,
      at,
      `refers to ${JSON.stringify(reference)}, which is not in the document`,
    )
  const fragment = decodeFragment(rawFragment, at)
  const pointer = locate(opening, resource, fragment)
  if (pointer === undefined)
    throw new SchemaGraphError(keyword, at, `refers to ${JSON.stringify(reference)}, where no schema is`)
  return { pointer, resource, fragment }
}

/** A metaschema stands beside the document: its places begin with its URI, which no pointer does. */
function indexMetaschema(opening: Opening, uri: string): ResourceIndex | undefined {
  const value = metaschemas.get(uri)
  if (value === undefined) return undefined
  indexSchemas(opening, { value, at: uri, depth: 0, resource: newResource(uri, 2020, uri) })
  return opening.resources.get(uri)
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
  const tokens = pointerTokens(fragment)
  if (tokens === undefined) return undefined
  const pointer = `${resource.root}${toPointer(tokens)}`
  if (opening.places.has(pointer)) return pointer
  return indexUnknownPlace(opening, resource, tokens) ? pointer : undefined
}

/** A pointer may lead to a schema under a keyword that no draft knows; it belongs to the resource around it. */
function indexUnknownPlace(opening: Opening, start: ResourceIndex, tokens: readonly string[]): boolean {
  let at = start.root
  let resource = start
  let value: Json | undefined = opening.places.get(at)?.value
  for (const token of tokens) {
    resource = opening.places.get(at)?.resource ?? resource
    value =
      typeof value === 'object' && value !== null && Object.hasOwn(value, token)
        ? (value as JsonObject)[token]
        : undefined
    at = joinPointer(at, token)
  }
  if (!isObject(value) && typeof value !== 'boolean') return false
  indexSchemas(opening, { value, at, depth: tokens.length, resource })
  return true
}

function draftAtRoot(document: JsonObject | boolean): Draft | undefined {
  const dialect = isObject(document) && Object.hasOwn(document, '$schema') ? document['$schema'] : undefined
  return typeof dialect === 'string' ? draftOf(dialect) : undefined
}
