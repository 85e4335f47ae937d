import type { Json } from '../../model/catalog.ts'
import { isArray, isObject } from '../../model/json.ts'
import { joinPointer } from '../../model/pointer.ts'
import { hasRightForm } from '../../schema/check-schema.ts'
import { keywords } from '../../schema/keywords.ts'
import { isKnownTo } from './drafts.ts'
import type { Place } from './index-document.ts'
import { SchemaGraphError } from './schema-graph-error.ts'
import type { SchemaNode } from './schema-node.ts'

type Fields = { -readonly [Key in keyof SchemaNode]?: SchemaNode[Key] }
type NodeAt = (pointer: string) => SchemaNode

/** The keywords of an object schema in the terms of 2020-12. */
export function translateKeywords(place: Place, nodeAt: NodeAt): Fields {
  const fields: Record<string, unknown> = {}
  if (typeof place.value === 'boolean') return fields
  for (const [name, value] of Object.entries(place.value)) {
    const keyword = keywords.get(name)
    if (keyword === undefined || keyword.role === 'annotation' || keyword.role === 'reference') continue
    if (name === 'format' || !isKnownTo(place.resource.draft, name)) continue
    checkForm(place, name, value)
    fields[name] = translate(keyword.form, value, joinPointer(place.at, name), nodeAt)
  }
  return normalise(fields, place, nodeAt)
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

/** What the older drafts say in other words. */
interface OldFields extends Omit<Fields, 'items' | 'exclusiveMinimum' | 'exclusiveMaximum' | 'uniqueItems'> {
  items?: SchemaNode | readonly SchemaNode[]
  additionalItems?: SchemaNode
  exclusiveMinimum?: number | boolean
  exclusiveMaximum?: number | boolean
  dependencies?: Json
  uniqueItems?: boolean
}

function normalise(fields: OldFields, place: Place, nodeAt: NodeAt): Fields {
  const { items, additionalItems, exclusiveMinimum, exclusiveMaximum, dependencies, uniqueItems, ...rest } =
    fields
  const found: Fields = { ...rest }
  if (isList(items)) {
    found.prefixItems = items
    if (additionalItems !== undefined) found.items = additionalItems
  } else if (items !== undefined) found.items = items
  if (uniqueItems === true) found.uniqueItems = true
  if (typeof exclusiveMinimum === 'number') found.exclusiveMinimum = exclusiveMinimum
  else if (exclusiveMinimum === true && rest.minimum !== undefined) {
    found.exclusiveMinimum = rest.minimum
    delete found.minimum
  }
  if (typeof exclusiveMaximum === 'number') found.exclusiveMaximum = exclusiveMaximum
  else if (exclusiveMaximum === true && rest.maximum !== undefined) {
    found.exclusiveMaximum = rest.maximum
    delete found.maximum
  }
  if (isObject(dependencies)) partDependencies(found, dependencies, place, nodeAt)
  return dropIdle(found)
}

function isList(items: SchemaNode | readonly SchemaNode[] | undefined): items is readonly SchemaNode[] {
  return Array.isArray(items)
}

function partDependencies(
  fields: Fields,
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

/** Keywords that say nothing without the one beside which they belong. */
function dropIdle(fields: Fields): Fields {
  if (fields.if === undefined) {
    delete fields.then
    delete fields.else
  }
  if (fields.contains === undefined) {
    delete fields.minContains
    delete fields.maxContains
  }
  return fields
}
