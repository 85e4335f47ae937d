import { BudgetExceeded, type Budget } from '../budget.ts'
import { classRepresentatives } from './char-classes.ts'
import type { Derivation } from './derivative.ts'
import type { Language } from './language.ts'

/** How a state was reached: the code point before it and the step before that. */
interface Step {
  readonly char: number
  readonly before: Step | undefined
}

/** A shortest word of the language, by walking its derivatives breadth first; undefined when none of them ends a word. */
export function findWord(language: Language, derivation: Derivation, budget: Budget): string | undefined {
  if (language.nullable) return ''
  const seen = new Set<Language>([language])
  let frontier: [Language, Step | undefined][] = [[language, undefined]]
  while (frontier.length > 0) {
    const reached: [Language, Step][] = []
    for (const [state, before] of frontier) {
      for (const char of classRepresentatives(derivation.firstSets(state), budget)) {
        const next = derivation.derive(state, char)
        if (next.kind === 'nothing' || seen.has(next)) continue
        const step = { char, before }
        if (next.nullable) return wordOf(step)
        seen.add(next)
        reached.push([next, step])
      }
    }
    frontier = reached
  }
  return undefined
}

function wordOf(last: Step): string {
  const chars: number[] = []
  for (let step: Step | undefined = last; step !== undefined; step = step.before) chars.push(step.char)
  const word = chars
    .toReversed()
    .map((char) => String.fromCodePoint(char))
    .join('')
  // Two halves of a surrogate pair that meet are one code point: the word read back would be another one.
  if (Array.from(word).length !== chars.length)
    throw new BudgetExceeded('the only words found join surrogates')
  return word
}
