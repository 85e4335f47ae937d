import type { Json } from '../../model/catalog.ts'
import { isArray, isObject } from '../../model/json.ts'
import { joinPointer } from '../../model/pointer.ts'
import { hasRightForm } from '../../schema/check-schema.ts'
import { keywordsOf } from './drafts.ts'
import type { Place } from './index-document.ts'
import { SchemaGraphError } from './schema-graph-error.ts'
import type { SchemaNode } from './schema-node.ts'

/** A node that is still being filled. */
export type Writable = { -readonly [Key in keyof SchemaNode]: SchemaNode[Key] }

type NodeAt = (pointer: string) => SchemaNode

/** Adds the keywords of an object schema, in the terms of 2020-12. */
export function translateKeywords(node: Writable, place: Place, nodeAt: NodeAt): void {
  if (typeof place.value === 'boolean') return
  const fields = node as unknown as Record<string, unknown>
  const known = keywordsOf(place.resource.draft)
  let isOld = false
  for (const name of Object.keys(place.value)) {
    const keyword = known.get(name)
    if (keyword === undefined || keyword.role === 'annotation' || keyword.role === 'reference') continue
    if (name === 'format') continue
    const value = place.value[name] as Json
    checkForm(place, name, value)
    fields[name] = translate(keyword.form, value, joinPointer(place.at, name), nodeAt)
    isOld ||= OLD.has(name)
  }
  if (isOld) normalise(node, place, nodeAt)
  dropIdle(node)
}

function checkForm({ at }: Place, name: string, value: Json): void {
  if (name === 'enum' && isArray(value)) return
  if (!hasRightForm(name, value))
    throw new SchemaGraphError(name, at, 'does not have the form of the keyword')
}

function translate(form: string, value: Json, at: string, nodeAt: NodeAt): unknown {
  switch (form) {
    case 'schema':
      return nodeAt(at)
    case 'schemas':
      return children(value, at, nodeAt)
    case 'schema or schemas':
      return isArray(value) ? children(value, at, nodeAt) : nodeAt(at)
    case 'map of schemas':
      return new Map(Object.keys(value as object).map((key) => [key, nodeAt(joinPointer(at, key))] as const))
    case 'map of names':
      return new Map(Object.entries(value as object))
    case 'types':
      return isArray(value) ? value : [value]
    default:
      return value
  }
}

function children(value: Json, at: string, nodeAt: NodeAt): readonly SchemaNode[] {
  return (value as readonly Json[]).map((_, index) => nodeAt(joinPointer(at, `${index}`)))
}

/** Keywords whose form or place differs in older drafts, or that may say nothing. */
const OLD: ReadonlySet<string> = new Set([
  'items',
  'additionalItems',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'dependencies',
  'uniqueItems',
])

/** What the older drafts say in other words. */
interface OldFields extends Omit<
  Writable,
  'items' | 'exclusiveMinimum' | 'exclusiveMaximum' | 'uniqueItems'
> {
  items?: SchemaNode | readonly SchemaNode[]
  additionalItems?: SchemaNode
  exclusiveMinimum?: number | boolean
  exclusiveMaximum?: number | boolean
  dependencies?: Json
  uniqueItems?: boolean
}

function normalise(fields: OldFields, place: Place, nodeAt: NodeAt): void {
  const { items, additionalItems, dependencies } = fields
  if (isList(items)) {
    fields.prefixItems = items
    delete fields.items
    if (additionalItems !== undefined) fields.items = additionalItems
  }
  delete fields.additionalItems
  if (fields.uniqueItems === false) delete fields.uniqueItems
  if (fields.exclusiveMinimum === true && fields.minimum !== undefined) {
    fields.exclusiveMinimum = fields.minimum
    delete fields.minimum
  } else if (typeof fields.exclusiveMinimum === 'boolean') delete fields.exclusiveMinimum
  if (fields.exclusiveMaximum === true && fields.maximum !== undefined) {
    fields.exclusiveMaximum = fields.maximum
    delete fields.maximum
  } else if (typeof fields.exclusiveMaximum === 'boolean') delete fields.exclusiveMaximum
  delete fields.dependencies
  if (isObject(dependencies)) partDependencies(fields, dependencies, place, nodeAt)
}

function isList(items: SchemaNode | readonly SchemaNode[] | undefined): items is readonly SchemaNode[] {
  return Array.isArray(items)
}

function partDependencies(
  fields: OldFields,
  dependencies: { readonly [name: string]: Json },
  place: Place,
  nodeAt: NodeAt,
): void {
  const names = new Map(fields.dependentRequired)
  const schemas = new Map(fields.dependentSchemas)
  const at = joinPointer(place.at, 'dependencies')
  for (const [name, value] of Object.entries(dependencies)) {
    if (isArray(value)) names.set(name, [...(names.get(name) ?? []), ...(value as readonly string[])])
    else if (schemas.has(name))
      throw new SchemaGraphError(
        'dependencies',
        place.at,
        `repeats ${JSON.stringify(name)} of dependentSchemas`,
      )
    else schemas.set(name, nodeAt(joinPointer(at, name)))
  }
  if (names.size > 0) fields.dependentRequired = names
  if (schemas.size > 0) fields.dependentSchemas = schemas
}

/** Drops keywords that say nothing without the one beside which they belong. */
function dropIdle(fields: Writable): void {
  if (fields.if === undefined) {
    if (fields.then !== undefined) delete fields.then
    if (fields.else !== undefined) delete fields.else
  }
  if (fields.contains === undefined) {
    if (fields.minContains !== undefined) delete fields.minContains
    if (fields.maxContains !== undefined) delete fields.maxContains
  }
}
