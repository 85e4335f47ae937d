import type { Json, Node } from '@concordat/toolkit/model'
import type { Words } from './words.ts'

/** What a value may be, as a person reads it: everything that holds for the value is merged into one. */
export interface SchemaTree {
  /**
   * `string`, `object`, …; empty where the schema allows anything, `never` where it allows nothing. Without `null`: that
   * is {@link isNullable}.
   */
  readonly types: readonly string[]
  readonly isNullable: boolean
  /** The schemas that the contract refers to by name here, in its order. */
  readonly references: readonly SchemaReference[]
  readonly title: string | undefined
  readonly description: string | undefined
  readonly marks: readonly SchemaMark[]
  /** The values of `const`, `enum` and `x-extensible-enum`. */
  readonly values: ListedValues | undefined
  /** Every other rule and annotation, a line each. */
  readonly facts: readonly SchemaFact[]
  readonly groups: readonly SchemaGroup[]
  /** Whether it has groups that are not listed, because the tree would be too large. */
  readonly isCut: boolean
}

export type SchemaMark = 'deprecated' | 'read only' | 'write only'

export interface SchemaReference {
  /** `common/money 2.0.0` for a version of a subject, else the key under which the contract defines it. */
  readonly name: string
  readonly target: Node
  /** Whether this stands inside of what it refers to; such a schema is not repeated. */
  readonly isRecursive: boolean
}

export interface ListedValues {
  readonly values: readonly Json[]
  /** Whether readers must be ready for values that are not listed. */
  readonly isOpen: boolean
}

export interface SchemaFact {
  /** `format`, `length`; undefined where the words say it all. */
  readonly label: string | undefined
  readonly words: Words
}

/** Parts that belong together: properties, items, alternatives, what holds under a condition. */
export interface SchemaGroup {
  readonly kind: 'properties' | 'items' | 'oneOf' | 'anyOf' | 'condition'
  /** Empty for properties and items. */
  readonly heading: Words
  readonly parts: readonly SchemaPart[]
}

export interface SchemaPart {
  readonly kind: 'property' | 'others' | 'item' | 'alternative' | 'consequence'
  readonly label: Words
  readonly isRequired: boolean
  /** Unique in its tree and stable: `items[].price`. */
  readonly path: string
  readonly schema: SchemaTree
}
