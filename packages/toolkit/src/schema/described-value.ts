import type { Catalog, Node } from '../model/catalog.ts'
import { isObject } from '../model/json.ts'
import { child, isObjectNode, nodeId } from '../model/node.ts'
import { isPureReference, referencedSchema } from './schema-references.ts'
import { isSchema, subschemas } from './subschemas.ts'

/** One of the schemas that describe the same value. */
export interface Member {
  readonly node: Node
  /** Whether it always applies: not a branch of `anyOf`, `oneOf`, `if` or the like. */
  readonly certain: boolean
}

/** All that one or more schemas say about one value through `allOf`, `anyOf`, `oneOf`, `if`, `$ref` and the like. */
export interface DescribedValue {
  readonly members: readonly Member[]
  /** Names of the properties that a member declares, in the order in which they are met. */
  readonly names: readonly string[]
  /** Patterns of property names that a member declares. */
  readonly patterns: readonly string[]
  /** Whether a member says that other properties may stand there. */
  readonly isOpen: boolean
}

/** Gathers the schemas that apply in place. */
export function describedValue(catalog: Catalog, schemas: readonly Node[]): DescribedValue {
  const members = new Map<string, Member>()
  for (const schema of schemas) gather(catalog, schema, true, members)
  const objects = [...members.values()].filter((member) => isObject(member.node.value))
  return {
    members: objects,
    names: keysUnder(objects, 'properties'),
    patterns: keysUnder(objects, 'patternProperties'),
    isOpen: objects.some(
      ({ node }) => saysOpen(node, 'additionalProperties') || saysOpen(node, 'unevaluatedProperties'),
    ),
  }
}

function gather(catalog: Catalog, schema: Node, certain: boolean, members: Map<string, Member>): void {
  const target = referencedSchema(catalog, schema)
  if (target !== undefined && isPureReference(catalog, schema))
    return gather(catalog, target, certain, members)
  const id = nodeId(schema)
  const known = members.get(id)
  if (known !== undefined && (known.certain || !certain)) return
  members.set(id, { node: schema, certain })
  if (target !== undefined) gather(catalog, target, certain, members)
  for (const { node, role } of subschemas(schema)) {
    if (role === 'together') gather(catalog, node, certain, members)
    if (role === 'perhaps') gather(catalog, node, false, members)
  }
}

function keysUnder(members: readonly Member[], keyword: string): readonly string[] {
  const keys = new Set<string>()
  for (const { node } of members) {
    const map = child(node, keyword)
    if (isObjectNode(map)) for (const key of Object.keys(map.value)) keys.add(key)
  }
  return [...keys]
}

function saysOpen(node: Node, keyword: string): boolean {
  const said = child(node, keyword)
  return isSchema(said) && said.value !== false
}
