import type { Json } from '../../model/catalog.ts'
import type { Budget } from '../budget.ts'
import type { Language, Languages } from '../pattern/language.ts'
import type { SchemaLiteral } from './literal.ts'

/** What the rules for strings, arrays and objects may ask of the proof that they belong to. */
export interface Prover {
  readonly budget: Budget
  readonly languages: Languages
  /** True when it is proved that no value satisfies all of these schemas. */
  readonly isEmpty: (literals: readonly SchemaLiteral[]) => boolean
  /** The same for strings of a language. */
  readonly hasNoString: (literals: readonly SchemaLiteral[], language: Language) => boolean
  /** Whether a value satisfies all of these schemas; exact. */
  readonly satisfies: (value: Json, literals: readonly SchemaLiteral[]) => boolean
  /** The values that a schema lists, where it lists all of them. */
  readonly listedValues: (literals: readonly SchemaLiteral[]) => readonly Json[] | undefined
}
