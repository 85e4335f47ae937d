import { BudgetExceeded } from '../budget.ts'

/** Whether a pattern is found in a text; an engine of its own may stand in for the one of the platform. */
export type MatchPattern = (pattern: string, text: string) => boolean

/** Backtracking is exponential in the length of the text at worst, so only short texts are safe with any pattern. */
const SAFE_LENGTH = 16

/** A quantifier on a group, a lookaround or a backreference: only these can make matching slow. */
const MAY_BE_SLOW = /\)[*+{]|\(\?[=!<]|\\[1-9k]|[*+}].*[*+}].*[*+}]/

/**
 * Whether an ECMA-262 pattern is found in a text, by the platform.
 * @throws BudgetExceeded where matching could take exponential time, or the pattern is malformed
 */
export function matchPattern(pattern: string, text: string): boolean {
  if (text.length > SAFE_LENGTH && MAY_BE_SLOW.test(pattern))
    throw new BudgetExceeded(
      `has the pattern ${JSON.stringify(pattern)}, which may take too long on long texts`,
    )
  return compile(pattern).test(text)
}

const compiled = new Map<string, RegExp>()
const MAX_COMPILED = 1_000

function compile(pattern: string): RegExp {
  const known = compiled.get(pattern)
  if (known !== undefined) return known
  if (compiled.size >= MAX_COMPILED) compiled.clear()
  const made = parse(pattern)
  compiled.set(pattern, made)
  return made
}

function parse(pattern: string): RegExp {
  try {
    return new RegExp(pattern, 'u')
  } catch {
    throw new BudgetExceeded(
      `has the pattern ${JSON.stringify(pattern)}, which is not an ECMA-262 pattern with flag u`,
    )
  }
}
