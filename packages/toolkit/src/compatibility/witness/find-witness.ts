import type { Json } from '../../model/catalog.ts'
import { BudgetExceeded } from '../budget.ts'
import { evaluate } from '../evaluate/evaluate.ts'
import type { MatchPattern } from '../evaluate/match-pattern.ts'
import type { SchemaNode, TypeName } from '../graph/schema-node.ts'
import { matchSafely } from '../pattern/match-safely.ts'
import { PLAIN_VALUES } from '../plain-values.ts'
import type { Question } from '../question.ts'
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
  { depth: 300, steps: 230_000 },
] as const
const MAX_CASES = 400

/**
 * A small value that is valid under `a` and not under `b`, found by trying values at the boundaries of both; undefined
 * where none was found within the budget, which says nothing. The same question always finds the same value.
 */
export function findWitness(a: SchemaNode, b: SchemaNode, question: Question): Json | undefined {
  for (const stage of STAGES) {
    question.budget.refill(stage.steps)
    const found = tryStage(a, b, question, stage.depth)
    if (found !== undefined) return found.value
  }
  return undefined
}

function tryStage(
  a: SchemaNode,
  b: SchemaNode,
  question: Question,
  maxDepth: number,
): { readonly value: Json } | undefined {
  const { budget, languages } = question
  const matches = matchSafely(() => languages)
  const isWitness = (value: Json): boolean =>
    evaluate(a, value, { budget, matches }) && !evaluate(b, value, { budget, matches })
  let found: Json | undefined
  try {
    found = openSearch(question, matches, maxDepth)
      .solve({ holds: [a], fails: [b] }, 1)
      .find(isWitness)
    return found === undefined ? undefined : { value: shrink(found, isWitness) }
  } catch (error) {
    if (!(error instanceof BudgetExceeded)) throw error
    return found === undefined ? undefined : { value: found }
  }
}

function openSearch(
  { budget, classes, languages }: Question,
  matches: MatchPattern,
  maxDepth: number,
): Search {
  const solved = new Map<string, readonly Json[]>()
  const numbers = new Map(classes.classOf)
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
      const plain = limit === 1 ? PLAIN_VALUES.find((value) => reaches(goal, value)) : undefined
      const found =
        plain === undefined ? collect(goal, limit, search, (value) => reaches(goal, value)) : [plain]
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
      search.budget.spend(1 + sizeOf(value))
      if (!reaches(value)) continue
      found.set(JSON.stringify(value), value)
      if (found.size >= limit) return [...found.values()]
    }
  }
  return [...found.values()]
}

/** How much it takes to make such a value. */
function sizeOf(value: Json): number {
  return typeof value === 'object' && value !== null ? Object.keys(value).length : 0
}

function* candidates(way: Case, search: Search): Generator<Json> {
  const allows = (...types: readonly TypeName[]): boolean =>
    way.holds.every((node) => node.type?.some((type) => types.includes(type)) !== false)
  yield* listedCandidates(way, allows, search.budget)
  if (allows('number', 'integer')) yield* numberCandidates(way)
  if (allows('string')) yield* stringCandidates(way, search)
  if (allows('object')) yield* objectCandidates(way, search)
  if (allows('array')) yield* arrayCandidates(way, search)
}
