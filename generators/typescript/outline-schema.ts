import { type Catalog, child, entries, type Node } from '@concordat/toolkit/model'
import {
  declaredSchema,
  type DescribedValue,
  describedValue,
  isPureReference,
  isSchema,
  propertySchema,
  referencedSchema,
  subschemas,
} from '@concordat/toolkit/schema'
import { jsonTypes } from './json-types.ts'
import { listedTypes } from './listed-types.ts'
import { printKey, printString } from './print-literal.ts'
import { requiredNames } from './schemas-at.ts'
import { documentationOf } from './schema-documentation.ts'
import type { Outline, StandIns } from './type-outline.ts'

export interface OutlineContext {
  readonly catalog: Catalog
  readonly standIns: StandIns
  /** Name of the type that is declared for a schema, to be used in this module; every schema that a `$ref` names has one. */
  readonly typeName: (schema: Node) => string | undefined
}

/** What the schemas that describe one value together know of each other. */
interface Together {
  /** Properties that one of them requires, whichever declares them. */
  readonly required: ReadonlySet<string>
  /** Required properties that none of them declares. */
  readonly undeclared: readonly string[]
  readonly isAlone: boolean
}

/** Outlines the type of a schema in a place of its own: a declaration, the value of a property, an element. */
export function outlineSchema(context: OutlineContext, schema: Node): Outline {
  const value = describedValue(context.catalog, [schema])
  const required = value.members.filter(({ certain }) => certain).flatMap(({ node }) => requiredNames(node))
  const together = {
    required: new Set(required),
    undeclared: required.filter((name) => !value.names.includes(name)),
    isAlone: value.members.length === 1,
  }
  return (
    outlinePart(context, schema, together) ??
    (isObject(value) ? freeForm(context, together) : unknown(context))
  )
}

function isObject({ members }: DescribedValue): boolean {
  return members.some(({ node, certain }) => certain && jsonTypes(node).join(' ') === 'object')
}

/** The declared type by its name where there is one. */
function outlineUse(context: OutlineContext, schema: Node): Outline {
  const name = context.typeName(declaredSchema(context.catalog, schema))
  return name === undefined ? outlineSchema(context, schema) : text(context, name)
}

/** One of the schemas that describe a value; undefined where it adds nothing to the type. */
function outlinePart(context: OutlineContext, schema: Node, together: Together): Outline | undefined {
  if (schema.value === false) return text(context, 'never')
  if (typeof schema.value !== 'object') return undefined
  const target = referencedSchema(context.catalog, schema)
  const reference = target === undefined ? [] : outlineNamed(context, target, together)
  if (isPureReference(context.catalog, schema)) return allOf(reference)
  const parts = under(schema, 'allOf').flatMap((node) => outlineBranch(context, node, together) ?? [])
  const choices = ['anyOf', 'oneOf'].flatMap(
    (keyword) => outlineChoice(context, under(schema, keyword), together) ?? [],
  )
  return allOf([...reference, ...(outlineOwn(context, schema, together) ?? []), ...parts, ...choices])
}

function outlineBranch(context: OutlineContext, schema: Node, together: Together): Outline | undefined {
  const declared = declaredSchema(context.catalog, schema)
  if (context.typeName(declared) === undefined) return outlinePart(context, schema, together)
  return allOf(outlineNamed(context, declared, together))
}

/** A type by name, and where only its user requires a property of it, that property made required. */
function outlineNamed(context: OutlineContext, declared: Node, together: Together): readonly Outline[] {
  const name = context.typeName(declared)
  if (name === undefined) throw new Error(`no type was declared for ${declared.file}#${declared.pointer}`)
  const members = describedValue(context.catalog, [declared]).members.filter(({ certain }) => certain)
  const already = new Set(members.flatMap(({ node }) => requiredNames(node)))
  const added = [...together.required].filter(
    (property) =>
      !already.has(property) && members.some(({ node }) => propertySchema(node, property) !== undefined),
  )
  const keys = added.map((property) => printString(property)).join(' | ')
  return [
    text(context, name),
    ...(added.length === 0 ? [] : [text(context, `Required<Pick<${name}, ${keys}>>`)]),
  ]
}

function outlineChoice(
  context: OutlineContext,
  branches: readonly Node[],
  together: Together,
): Outline | undefined {
  const outlines = branches.map((branch) => {
    const own = describedValue(context.catalog, [branch]).members.filter(({ certain }) => certain)
    const required = new Set([...together.required, ...own.flatMap(({ node }) => requiredNames(node))])
    return outlineBranch(context, branch, { ...together, required })
  })
  // A branch that says nothing about the type leaves everything open.
  const said = outlines.filter((outline) => outline !== undefined)
  return said.length === 0 || said.length < outlines.length ? undefined : anyOf(said)
}

/** What the schema says by its own keywords. */
function outlineOwn(
  context: OutlineContext,
  schema: Node,
  together: Together,
): readonly Outline[] | undefined {
  const listed = listedTypes(context.catalog, schema)
  if (listed !== undefined) return [anyOf(listed.map((type) => context.standIns.type(type)))]
  const outlines = jsonTypes(schema).map((type) => outlineType(context, schema, type, together))
  const said = outlines.filter((outline) => outline !== undefined)
  return said.length === 0 || said.length < outlines.length ? undefined : [anyOf(said)]
}

function outlineType(
  context: OutlineContext,
  schema: Node,
  type: string,
  together: Together,
): Outline | undefined {
  switch (type) {
    case 'string':
      return outlineString(context, schema)
    case 'integer':
    case 'number':
      return { type: 'number' }
    case 'boolean':
    case 'null':
      return { type }
    case 'array':
      return outlineArray(context, schema)
    default:
      return outlineObject(context, schema, together)
  }
}

function outlineString(context: OutlineContext, schema: Node): Outline {
  const format = child(schema, 'format')?.value
  return typeof format === 'string' ? text(context, `Formatted<${printString(format)}>`) : { type: 'string' }
}

function outlineArray(context: OutlineContext, schema: Node): Outline {
  const elements = subschemas(schema).filter(
    ({ keyword }) => keyword === 'items' || keyword === 'prefixItems',
  )
  const positions = elements.filter(({ key }) => key !== undefined)
  const all = elements.find(({ key }) => key === undefined)?.node
  if (positions.length === 0) {
    return { type: 'array', items: all === undefined ? unknown(context) : outlineUse(context, all) }
  }
  const others = all ?? child(schema, 'additionalItems')
  const minimum = child(schema, 'minItems')?.value
  const items = [
    context.standIns.required(typeof minimum === 'number' ? minimum : 0),
    ...positions.map(({ node }) => outlineUse(context, node)),
  ]
  const rest = isSchema(others) ? outlineUse(context, others) : unknown(context)
  return {
    type: 'array',
    items,
    minItems: items.length,
    additionalItems: others?.value === false ? false : rest,
  }
}

function outlineObject(context: OutlineContext, schema: Node, together: Together): Outline | undefined {
  const declared = entries(child(schema, 'properties')).filter(([, node]) => isSchema(node))
  const others = outlineOthers(context, schema)
  const saysNothing = declared.length === 0 && (others === undefined || others === 'anything')
  if (saysNothing && child(schema, 'additionalProperties')?.value !== false) {
    return together.isAlone ? freeForm(context, together) : undefined
  }
  const members = declared.map(([name, node]) => {
    const standIn = context.standIns.member({ key: printKey(name), documentation: documentationOf(node) })
    // TypeScript holds an object that lacks the property to have the one that every object inherits.
    const isInherited = name in Object.prototype && !together.required.has(name)
    return { name, standIn, outline: isInherited ? unknown(context) : outlineUse(context, node) }
  })
  return {
    type: 'object',
    properties: Object.fromEntries(members.map(({ standIn, outline }) => [standIn, outline])),
    required: members.filter(({ name }) => together.required.has(name)).map(({ standIn }) => standIn),
    additionalProperties: others === undefined ? false : others === 'anything' ? unknown(context) : others,
  }
}

/** The type of the properties that the schema does not name; undefined where it does not speak of them. */
function outlineOthers(context: OutlineContext, schema: Node): Outline | 'anything' | undefined {
  const rest = child(schema, 'additionalProperties') ?? child(schema, 'unevaluatedProperties')
  const patterns = entries(child(schema, 'patternProperties')).map(([, node]) => node)
  const said = [...patterns, ...(rest === undefined ? [] : [rest])].filter(
    (node) => isSchema(node) && node.value !== false,
  )
  if (said.length === 0) return undefined
  if (said.some(({ value }) => value === true)) return 'anything'
  return anyOf(said.map((node) => outlineUse(context, node)))
}

/** An object of which no property is declared. */
function freeForm(context: OutlineContext, { undeclared }: Together): Outline {
  const members = undeclared.map((name) =>
    context.standIns.member({ key: printKey(name), documentation: {} }),
  )
  return {
    type: 'object',
    properties: Object.fromEntries(members.map((standIn) => [standIn, unknown(context)])),
    required: members,
    additionalProperties: unknown(context),
  }
}

function under(schema: Node, keyword: string): readonly Node[] {
  return subschemas(schema)
    .filter((sub) => sub.keyword === keyword)
    .map(({ node }) => node)
}

function unknown(context: OutlineContext): Outline {
  return text(context, 'unknown')
}

function text(context: OutlineContext, printed: string): Outline {
  return context.standIns.type({ kind: 'text', text: printed })
}

function anyOf(outlines: readonly Outline[]): Outline {
  const [first] = outlines
  return outlines.length === 1 && first !== undefined ? first : { anyOf: outlines }
}

function allOf(outlines: readonly Outline[]): Outline | undefined {
  return outlines.length < 2 ? outlines[0] : { allOf: outlines }
}
