import { BudgetExceeded } from '../budget.ts'
import { rememberByPattern } from '../pattern/remember-by-pattern.ts'

/** Whether a pattern is found in a text; an engine of its own may stand in for the one of the platform. */
export type MatchPattern = (pattern: string, text: string) => boolean

interface Pattern {
  /** Undefined where the pattern is malformed. */
  readonly expression: RegExp | undefined
  readonly repeats: number
  /** In how many ways a character may be taken by a repeated group; 1 where there is none. */
  readonly ways: number
}

/** Steps that a match may take, by estimate. */
const MOST_STEPS = 10_000_000

/**
 * Whether an ECMA-262 pattern is found in a text, by the platform, which tries one way after another.
 * @throws BudgetExceeded where that could take long, or the pattern is malformed
 */
export function matchPattern(pattern: string, text: string): boolean {
  const known = read(pattern)
  if (estimate(known, pattern, text) > MOST_STEPS)
    throw new BudgetExceeded(`has the pattern ${quote(pattern)}, which may take too long on long texts`)
  try {
    if (known.expression !== undefined) return known.expression.test(text)
  } catch {
    // The platform reads a pattern when it first uses it, and refuses very long ones only then.
  }
  throw new BudgetExceeded(`has the pattern ${quote(pattern)}, which is not an ECMA-262 pattern with flag u`)
}

/** Whether the platform is sure to take no longer than a moment. */
export function isQuick(pattern: string, text: string): boolean {
  return estimate(read(pattern), pattern, text) < 10_000
}

/** A repeated group is tried in exponentially many ways, everything else in a power of them. */
function estimate({ repeats, ways }: Pattern, pattern: string, text: string): number {
  return (1 + pattern.length) * ways ** text.length * (1 + text.length) ** (1 + repeats)
}

function quote(pattern: string): string {
  return JSON.stringify(pattern.length > 80 ? `${pattern.slice(0, 80)}…` : pattern)
}

const read = rememberByPattern((pattern): Pattern => {
  const groups = pattern.match(/\)[*+?{]/g)?.length ?? 0
  const alternatives = pattern.match(/\|/g)?.length ?? 0
  return {
    expression: compile(pattern),
    repeats: pattern.match(/[*+?{]|\\[1-9k]/g)?.length ?? 0,
    ways: groups === 0 ? 1 : 1 + groups + alternatives,
  }
})

function compile(pattern: string): RegExp | undefined {
  try {
    return new RegExp(pattern, 'u')
  } catch {
    return undefined
  }
}
