import type { Message, Node } from '../../model/catalog.ts'
import { child, entries, isObjectNode, nodeId } from '../../model/node.ts'
import { isJsonSchemaFormat } from '../../model/schema-format.ts'
import { referencedSchema } from '../../schema/schema-references.ts'
import { type Subschema, subschemas } from '../../schema/subschemas.ts'
import type { RuleContext } from '../rule.ts'

/** A schema of the catalog. */
export interface ReachedSchema {
  readonly node: Node
  /** Whether it begins a definition: a version, a payload, headers, or what a reference names. */
  readonly isDefinition: boolean
  /** Whether it describes its value alone, not together with the schema around it (`allOf` and the like). */
  readonly isWhole: boolean
}

const reached = new WeakMap<RuleContext, readonly ReachedSchema[]>()

/**
 * The JSON Schemas of versions, messages and components, and what they contain and refer to, each place once. Clean files
 * are passed over.
 */
export function reachedSchemas(context: RuleContext): readonly ReachedSchema[] {
  const known = reached.get(context) ?? [...reach(context).values()]
  reached.set(context, known)
  return known
}

/** Payload and headers of a message, where they are JSON Schema. */
export function wireSchemas({ payload, headers, schemaFormat }: Message): readonly Node[] {
  const isJsonSchema = schemaFormat === undefined || isJsonSchemaFormat(schemaFormat)
  return [isJsonSchema ? payload : undefined, headers].filter((node) => node !== undefined)
}

function reach(context: RuleContext): ReadonlyMap<string, ReachedSchema> {
  const { catalog, isClean } = context
  const found = new Map<string, ReachedSchema>()
  const waiting = roots(context).map((node) => ({ node, isDefinition: true, isWhole: true }))
  for (const schema of waiting) {
    const { file, pointer } = schema.node
    if (pointer === '' && isClean(file)) continue
    const id = nodeId(schema.node)
    const known = found.get(id)
    if (known !== undefined && (known.isDefinition || !schema.isDefinition)) continue
    found.set(id, schema)
    const target = referencedSchema(catalog, schema.node)
    if (target !== undefined) waiting.push({ node: target, isDefinition: true, isWhole: true })
    for (const sub of subschemas(schema.node))
      waiting.push({ node: sub.node, isDefinition: false, isWhole: describesAlone(sub) })
  }
  return found
}

function roots(context: RuleContext): readonly Node[] {
  const { catalog, isClean } = context
  const documents = catalog.systems.flatMap((system) => system.documents)
  return [
    ...catalog.subjects.flatMap(({ versions }) => versions.map(({ schema }) => schema)),
    ...reachedMessages(context).flatMap(wireSchemas),
    ...documents.filter(({ path }) => !isClean(path)).flatMap(({ node }) => componentSchemas(node)),
  ]
}

/** Every message, but for those that stand in clean files. */
export function reachedMessages({ catalog, isClean }: RuleContext): readonly Message[] {
  const messages = new Set(catalog.systems.flatMap((system) => system.messages))
  return [...messages].filter(({ node }) => !isClean(node.file))
}

/** Those in another schema language stand in a wrapper with `schemaFormat`, and are left out. */
function componentSchemas(document: Node): readonly Node[] {
  const components = child(document, 'components')
  const schemas = entries(components === undefined ? undefined : child(components, 'schemas'))
  return schemas
    .map(([, node]) => node)
    .filter((node) => !isObjectNode(node) || !Object.hasOwn(node.value, 'schemaFormat'))
}

function describesAlone({ role }: Subschema): boolean {
  return role === 'property' || role === 'element' || role === 'annotation'
}
