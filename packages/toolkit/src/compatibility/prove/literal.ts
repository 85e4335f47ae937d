import type { Language } from '../pattern/language.ts'

/**
 * A schema that a value must satisfy (`class + 1`) or must not (its negative). Classes come from `classifySchemas`, so equal
 * schemas of both sides are the same number.
 */
export type SchemaLiteral = number

/** Property names: one, those of a pattern, or those that are none of these. */
export type NameSet =
  | { readonly kind: 'one'; readonly name: string }
  | { readonly kind: 'pattern'; readonly pattern: string }
  | { readonly kind: 'others'; readonly names: ReadonlySet<string>; readonly patterns: readonly string[] }

/** A requirement on a value of a known JSON type. `from` is included, `to` is not. */
export type Atom =
  | { readonly kind: 'least' | 'most'; readonly value: number; readonly isStrict: boolean }
  | { readonly kind: 'multiple'; readonly of: number; readonly holds: boolean }
  | { readonly kind: 'pattern'; readonly pattern: string; readonly holds: boolean }
  | { readonly kind: 'format'; readonly format: string; readonly holds: boolean }
  | { readonly kind: 'language'; readonly language: Language }
  /** Characters, elements or properties; `max` may be Infinity. */
  | { readonly kind: 'size'; readonly min: number; readonly max: number }
  | {
      readonly kind: 'every'
      readonly from: number
      readonly to: number
      readonly schema: SchemaLiteral
      /** There is an element at the first of these positions. */
      readonly isPresent?: boolean
    }
  | { readonly kind: 'some'; readonly from: number; readonly to: number; readonly schema: SchemaLiteral }
  | { readonly kind: 'count'; readonly schema: SchemaLiteral; readonly min: number; readonly max: number }
  | { readonly kind: 'unique'; readonly holds: boolean }
  | { readonly kind: 'has'; readonly name: string; readonly holds: boolean }
  | { readonly kind: 'everyMember'; readonly names: NameSet; readonly schema: SchemaLiteral }
  | { readonly kind: 'someMember'; readonly names: NameSet; readonly schema: SchemaLiteral }
  | { readonly kind: 'everyName' | 'someName'; readonly schema: SchemaLiteral }

export type Literal = SchemaLiteral | Atom

/** At least one of these conjunctions holds. */
export type Disjunction = readonly (readonly Literal[])[]

export type JsonType = 'null' | 'boolean' | 'number' | 'string' | 'array' | 'object'
export const JSON_TYPES: readonly JsonType[] = ['null', 'boolean', 'number', 'string', 'array', 'object']
