import type { RefillableBudget } from './budget.ts'
import type { Languages } from './pattern/language.ts'
import type { SchemaClasses } from './prove/classify-schemas.ts'

/** What all attempts to decide about two schemas share, so that none begins anew. */
export interface Question {
  /** Of both schemas and all that they contain. */
  readonly classes: SchemaClasses
  readonly languages: Languages
  /** What the languages spend from too. */
  readonly budget: RefillableBudget
}
