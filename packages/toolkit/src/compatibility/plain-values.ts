import type { Json } from '../model/catalog.ts'

/** What most schemas allow one of, the ones that a reader likes to see first. */
export const PLAIN_VALUES: readonly Json[] = ['a', 1, {}, null, true, [], '', 0]
