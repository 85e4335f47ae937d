import type { Json } from '../../model/catalog.ts'

/** A published draft of JSON Schema, by its number or year. */
export type Draft = 4 | 6 | 7 | 2019 | 2020

export type TypeName = 'null' | 'boolean' | 'integer' | 'number' | 'string' | 'array' | 'object'

/**
 * One subschema in the terms of 2020-12, whatever its draft: a list of `items` is `prefixItems` with `additionalItems` as
 * `items`, `dependencies` are parted, a boolean `exclusiveMaximum` is a number. A keyword that the draft does not know or
 * that says nothing (siblings of `$ref` before 2019-09, `then` without `if`) is absent, and so are annotations. A subschema
 * that means something else in another dynamic scope is another node there.
 */
export interface SchemaNode {
  /** Unique in its graph. */
  readonly id: number
  readonly draft: Draft
  /** JSON Pointer in the document, after the URI where it stands in another one. */
  readonly at: string
  /** A boolean schema; then nothing else is there. */
  readonly boolean?: boolean

  readonly ref?: SchemaNode
  /** Where `$dynamicRef` or `$recursiveRef` leads in the scope that this node is for. */
  readonly dynamicRef?: SchemaNode

  readonly type?: readonly TypeName[]
  readonly enum?: readonly Json[]
  readonly const?: Json

  readonly minimum?: number
  readonly maximum?: number
  readonly exclusiveMinimum?: number
  readonly exclusiveMaximum?: number
  readonly multipleOf?: number

  readonly minLength?: number
  readonly maxLength?: number
  readonly pattern?: string
  /** A format that is asserted; as an annotation it is absent. */
  readonly format?: string

  readonly minItems?: number
  readonly maxItems?: number
  readonly uniqueItems?: true
  readonly minContains?: number
  readonly maxContains?: number

  readonly minProperties?: number
  readonly maxProperties?: number
  readonly required?: readonly string[]
  readonly dependentRequired?: ReadonlyMap<string, readonly string[]>

  readonly allOf?: readonly SchemaNode[]
  readonly anyOf?: readonly SchemaNode[]
  readonly oneOf?: readonly SchemaNode[]
  readonly not?: SchemaNode
  readonly if?: SchemaNode
  readonly then?: SchemaNode
  readonly else?: SchemaNode
  readonly dependentSchemas?: ReadonlyMap<string, SchemaNode>

  readonly prefixItems?: readonly SchemaNode[]
  readonly items?: SchemaNode
  readonly contains?: SchemaNode
  readonly unevaluatedItems?: SchemaNode

  readonly properties?: ReadonlyMap<string, SchemaNode>
  readonly patternProperties?: ReadonlyMap<string, SchemaNode>
  readonly additionalProperties?: SchemaNode
  readonly propertyNames?: SchemaNode
  readonly unevaluatedProperties?: SchemaNode
}
