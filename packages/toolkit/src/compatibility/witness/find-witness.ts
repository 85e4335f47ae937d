import type { Json } from '../../model/catalog.ts'
import { type Budget, BudgetExceeded, openBudget } from '../budget.ts'
import { evaluate } from '../evaluate/evaluate.ts'
import { type MatchPattern, matchPattern } from '../evaluate/match-pattern.ts'
import type { SchemaNode, TypeName } from '../graph/schema-node.ts'
import type { Languages } from '../pattern/language.ts'
import { openLanguages } from '../pattern/open-languages.ts'
import type { SchemaClasses } from '../prove/classify-schemas.ts'
import { arrayCandidates } from './array-candidates.ts'
import type { Case, Goal, Search } from './goal.ts'
import { listCases } from './list-cases.ts'
import { objectCandidates } from './object-candidates.ts'
import { listedCandidates, numberCandidates, stringCandidates } from './scalar-candidates.ts'
import { shrink } from './shrink.ts'

/** Shallow values first: most witnesses are, and a recursive schema has very many deep ones. */
const STAGES = [
  { depth: 4, steps: 20_000 },
  { depth: 8, steps: 50_000 },
  { depth: 300, steps: Infinity },
] as const
const MAX_CASES = 400

/**
 * A small value that is valid under `a` and not under `b`, found by trying values at the boundaries of both; undefined
 * where none was found within the budget, which says nothing. The same question always finds the same value.
 */
export function findWitness(
  a: SchemaNode,
  b: SchemaNode,
  { classOf }: SchemaClasses,
  budget: Budget,
): Json | undefined {
  for (const stage of STAGES) {
    const own = openBudget(stage.steps)
    const spend = (steps?: number): void => {
      budget.spend(steps)
      own.spend(steps)
    }
    const found = tryStage(a, b, { budget: { spend }, classOf, maxDepth: stage.depth })
    if (found !== undefined) return found.value
  }
  return undefined
}

interface Stage {
  readonly budget: Budget
  readonly classOf: ReadonlyMap<SchemaNode, number>
  readonly maxDepth: number
}

function tryStage(a: SchemaNode, b: SchemaNode, stage: Stage): { readonly value: Json } | undefined {
  const { budget } = stage
  const languages = openLanguages(budget)
  const matches = safeMatch(languages)
  const isWitness = (value: Json): boolean =>
    evaluate(a, value, { budget, matches }) && !evaluate(b, value, { budget, matches })
  let found: Json | undefined
  try {
    found = openSearch(stage, languages, matches)
      .solve({ holds: [a], fails: [b] }, 1)
      .find(isWitness)
    return found === undefined ? undefined : { value: shrink(found, isWitness) }
  } catch (error) {
    if (!(error instanceof BudgetExceeded)) throw error
    return found === undefined ? undefined : { value: found }
  }
}

/** Matches by automata where the pattern is regular, so that no text takes long. */
function safeMatch(languages: Languages): MatchPattern {
  return (pattern, text) => {
    const language = languages.ofPattern(pattern)
    return language === undefined ? matchPattern(pattern, text) : languages.has(language, text)
  }
}

function openSearch(
  { budget, classOf, maxDepth }: Stage,
  languages: Languages,
  matches: MatchPattern,
): Search {
  const solved = new Map<string, readonly Json[]>()
  const numbers = new Map(classOf)
  const numberOf = (node: SchemaNode): number => {
    const number = numbers.get(node) ?? numbers.size
    numbers.set(node, number)
    return number
  }
  let depth = 0
  const reaches = ({ holds, fails }: Goal, value: Json): boolean =>
    holds.every((node) => evaluate(node, value, { budget, matches })) &&
    !fails.some((node) => evaluate(node, value, { budget, matches }))
  const search: Search = {
    budget,
    languages,
    matches,
    classOf: numberOf,
    solve(goal, limit) {
      const key = `${goal.holds.map(numberOf).join(',')}|${goal.fails.map(numberOf).join(',')}|${limit}`
      const known = solved.get(key)
      if (known !== undefined || depth >= maxDepth) return known ?? []
      solved.set(key, [])
      depth += 1
      const found = collect(goal, limit, search, (value) => reaches(goal, value))
      depth -= 1
      solved.set(key, found)
      return found
    },
  }
  return search
}

function collect(
  goal: Goal,
  limit: number,
  search: Search,
  reaches: (value: Json) => boolean,
): readonly Json[] {
  const found = new Map<string, Json>()
  let cases = 0
  for (const way of listCases(goal, search)) {
    if (++cases > MAX_CASES) break
    for (const value of candidates(way, search)) {
      search.budget.spend()
      if (!reaches(value)) continue
      found.set(JSON.stringify(value), value)
      if (found.size >= limit) return [...found.values()]
    }
  }
  return [...found.values()]
}

function* candidates(way: Case, search: Search): Generator<Json> {
  const allows = (...types: readonly TypeName[]): boolean =>
    way.holds.every((node) => node.type?.some((type) => types.includes(type)) !== false)
  yield* listedCandidates(way, allows)
  if (allows('number', 'integer')) yield* numberCandidates(way)
  if (allows('string')) yield* stringCandidates(way, search)
  if (allows('object')) yield* objectCandidates(way, search)
  if (allows('array')) yield* arrayCandidates(way, search)
}
