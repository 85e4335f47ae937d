import type { Catalog, Message, Node } from '../../model/catalog.ts'
import { child, entries, isObjectNode, nodeId } from '../../model/node.ts'
import { isJsonSchemaFormat } from '../../model/schema-format.ts'
import { referencedSchema } from '../../schema/schema-references.ts'
import { type Subschema, subschemas } from '../../schema/subschemas.ts'

/** A schema of the catalog. */
export interface ReachedSchema {
  readonly node: Node
  /** Whether it begins a definition: a version, a payload, headers, or what a reference names. */
  readonly isDefinition: boolean
  /** Whether it describes its value alone, not together with the schema around it (`allOf` and the like). */
  readonly isWhole: boolean
}

/**
 * Every JSON Schema of versions, messages and components, and what they contain and refer to, each place once.
 *
 * @param isLeftOut whether a file that is a schema as a whole need not be looked at
 */
export function reachedSchemas(
  catalog: Catalog,
  isLeftOut: (path: string) => boolean = () => false,
): readonly ReachedSchema[] {
  const found = new Map<string, ReachedSchema>()
  const waiting = roots(catalog).map((node) => ({ node, isDefinition: true, isWhole: true }))
  for (const schema of waiting) {
    const { file, pointer } = schema.node
    if (pointer === '' && isLeftOut(file)) continue
    const id = nodeId(schema.node)
    const known = found.get(id)
    if (known !== undefined && (known.isDefinition || !schema.isDefinition)) continue
    found.set(id, schema)
    const target = referencedSchema(catalog, schema.node)
    if (target !== undefined) waiting.push({ node: target, isDefinition: true, isWhole: true })
    for (const sub of subschemas(schema.node))
      waiting.push({ node: sub.node, isDefinition: false, isWhole: describesAlone(sub) })
  }
  return [...found.values()]
}

/** Payload and headers of a message, where they are JSON Schema. */
export function wireSchemas({ payload, headers, schemaFormat }: Message): readonly Node[] {
  const isJsonSchema = schemaFormat === undefined || isJsonSchemaFormat(schemaFormat)
  return [isJsonSchema ? payload : undefined, headers].filter((node) => node !== undefined)
}

function roots(catalog: Catalog): readonly Node[] {
  const documents = catalog.systems.flatMap((system) => system.documents)
  const messages = catalog.systems.flatMap((system) => system.messages)
  return [
    ...catalog.subjects.flatMap(({ versions }) => versions.map(({ schema }) => schema)),
    ...messages.flatMap(wireSchemas),
    ...documents.flatMap(({ node }) => componentSchemas(node)),
  ]
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
