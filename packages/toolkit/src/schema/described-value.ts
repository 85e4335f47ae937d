import type { Catalog, Json, Node } from '../model/catalog.ts'
import { isObject } from '../model/json.ts'
import { child, isObjectNode } from '../model/node.ts'
import type { KeywordRole } from './keywords.ts'
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
  const members = new Map<Json, Member>()
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

const IN_PLACE: ReadonlySet<KeywordRole> = new Set(['together', 'perhaps'])

function gather(catalog: Catalog, schema: Node, certain: boolean, members: Map<Json, Member>): void {
  const target = referencedSchema(catalog, schema)
  if (target !== undefined && isPureReference(catalog, schema))
    return gather(catalog, target, certain, members)
  const known = members.get(schema.value)
  if (known !== undefined && (known.certain || !certain)) return
  members.set(schema.value, { node: schema, certain })
  if (target !== undefined) gather(catalog, target, certain, members)
  for (const { node, role } of subschemas(schema, IN_PLACE))
    gather(catalog, node, certain && role === 'together', members)
}

function keysUnder(members: readonly Member[], keyword: string): readonly string[] {
  const keys = new Set<string>()
  for (const { node } of members) {
    const map = child(node, keyword)
    if (isObjectNode(map)) for (const key in map.value) keys.add(key)
  }
  return [...keys]
}

function saysOpen(node: Node, keyword: string): boolean {
  const said = child(node, keyword)
  return isSchema(said) && said.value !== false
}
