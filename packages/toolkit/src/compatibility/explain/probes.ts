import type { SchemaNode } from '../graph/schema-node.ts'

/** One keyword of a schema, with those that it is read together with, as a schema of its own. */
export interface Probe {
  readonly keyword: string
  readonly alone: SchemaNode
}

type Field = Exclude<keyof SchemaNode, 'id' | 'draft' | 'at' | 'boolean'>

/** What is read together, under the name of the first. What says most about a value comes first. */
const GROUPS: readonly (readonly [string, ...Field[]])[] = [
  ['type', 'type'],
  ['const', 'const'],
  ['enum', 'enum'],
  ['required', 'required'],
  ['minimum', 'minimum'],
  ['maximum', 'maximum'],
  ['exclusiveMinimum', 'exclusiveMinimum'],
  ['exclusiveMaximum', 'exclusiveMaximum'],
  ['multipleOf', 'multipleOf'],
  ['minLength', 'minLength'],
  ['maxLength', 'maxLength'],
  ['pattern', 'pattern'],
  ['format', 'format'],
  ['minItems', 'minItems'],
  ['maxItems', 'maxItems'],
  ['uniqueItems', 'uniqueItems'],
  ['minProperties', 'minProperties'],
  ['maxProperties', 'maxProperties'],
  ['dependentRequired', 'dependentRequired'],
  ['propertyNames', 'propertyNames'],
  ['properties', 'properties', 'patternProperties', 'additionalProperties'],
  ['items', 'prefixItems', 'items'],
  ['contains', 'contains', 'minContains', 'maxContains'],
  ['$ref', 'ref'],
  ['allOf', 'allOf'],
  ['anyOf', 'anyOf'],
  ['oneOf', 'oneOf'],
  ['if', 'if', 'then', 'else'],
  ['dependentSchemas', 'dependentSchemas'],
  ['not', 'not'],
]

/** A schema taken apart; what is unevaluated needs all the rest, and so comes last. */
export function probes(schema: SchemaNode): readonly Probe[] {
  const { id, draft, at } = schema
  const parts = GROUPS.flatMap(([keyword, ...fields]) => {
    const present = fields.filter((field) => schema[field] !== undefined)
    if (present.length === 0) return []
    const kept = Object.fromEntries(present.map((field) => [field, schema[field]]))
    return [{ keyword, alone: { id, draft, at, ...kept } }]
  })
  for (const keyword of ['unevaluatedProperties', 'unevaluatedItems'] as const)
    if (schema[keyword] !== undefined) parts.push({ keyword, alone: schema })
  return parts
}
