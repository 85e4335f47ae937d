import type { CharSet } from './char-set.ts'

/**
 * A regular language over Unicode code points, as an extended regular expression (with intersection and complement).
 * Made only by {@link Languages}, which gives the same object for the same expression: compare with `===` for a quick "equal".
 */
export type Language =
  | { readonly kind: 'nothing'; readonly id: number; readonly nullable: false }
  | { readonly kind: 'empty'; readonly id: number; readonly nullable: true }
  | { readonly kind: 'chars'; readonly id: number; readonly nullable: false; readonly set: CharSet }
  | {
      readonly kind: 'concat'
      readonly id: number
      readonly nullable: boolean
      readonly first: Language
      readonly rest: Language
    }
  | {
      readonly kind: 'repeat'
      readonly id: number
      readonly nullable: boolean
      readonly body: Language
      readonly min: number
      /** Infinity when there is no upper bound. */
      readonly max: number
    }
  | {
      readonly kind: 'union' | 'intersection'
      readonly id: number
      readonly nullable: boolean
      readonly parts: readonly Language[]
    }
  | { readonly kind: 'complement'; readonly id: number; readonly nullable: boolean; readonly body: Language }

/** A class of words that a list of languages cannot tell apart: inside exactly those languages, and inhabited. */
export interface LanguagePart {
  /** For each of the languages, in their order, whether the words of this part are in it. */
  readonly inside: readonly boolean[]
  readonly language: Language
  /** A shortest word of the part. */
  readonly word: string
}

/**
 * Regular languages for one decision. Words are strings as a sequence of code points. Everything that searches spends
 * from the budget that the space was opened with and throws `BudgetExceeded` when it is used up; nothing here overflows or hangs.
 */
export interface Languages {
  readonly nothing: Language
  readonly everything: Language
  /** All strings in which an ECMA-262 pattern (flag u, unanchored) is found; undefined when that is not known to be regular or the pattern is malformed. */
  readonly ofPattern: (pattern: string) => Language | undefined
  readonly ofWords: (words: Iterable<string>) => Language
  /** All strings of `min` to `max` code points, both included; no `max` is no bound. */
  readonly ofLength: (min: number, max?: number) => Language
  readonly union: (parts: readonly Language[]) => Language
  readonly intersect: (parts: readonly Language[]) => Language
  readonly complement: (language: Language) => Language
  readonly has: (language: Language, word: string) => boolean
  /** A shortest word, or undefined when the language is proved empty. */
  readonly findWord: (language: Language) => string | undefined
  readonly isSubset: (a: Language, b: Language) => boolean
  /** All words when there are at most `limit` of them, else undefined. */
  readonly allWords: (language: Language, limit: number) => string[] | undefined
  /** The inhabited classes of strings that these languages tell apart; together they are all strings. */
  readonly partition: (languages: readonly Language[]) => LanguagePart[]
}
