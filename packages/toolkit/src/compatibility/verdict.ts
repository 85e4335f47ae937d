import type { Json } from '../model/catalog.ts'

/** Whether every value of one schema is one of another. */
export type Verdict =
  /** Proved. */
  | { readonly kind: 'included' }
  /** The witness is valid under the first schema and not under the second. */
  | { readonly kind: 'excluded'; readonly witness: Json }
  /** Neither proved nor refuted; says what was in the way, and where it stands. */
  | { readonly kind: 'undecided'; readonly keyword: string; readonly at: string; readonly reason: string }
