import type { Json } from '../../model/catalog.ts'
import type { Budget } from '../budget.ts'
import type { MatchPattern } from '../evaluate/match-pattern.ts'
import type { SchemaNode } from '../graph/schema-node.ts'
import type { Languages } from '../pattern/language.ts'

/** A value is wanted that is valid under all the one schemas and under none of the others. */
export interface Goal {
  readonly holds: readonly SchemaNode[]
  readonly fails: readonly SchemaNode[]
}

/** One way to reach a goal: schemas by their own keywords alone, with every choice of a branch made. */
export interface Case {
  readonly holds: readonly SchemaNode[]
  readonly breaks: readonly SchemaNode[]
}

/** A search for witnesses: what it may spend, and how to ask for the parts of a value. */
export interface Search {
  readonly budget: Budget
  readonly languages: Languages
  /** Some values that reach the goal, no more than `limit`; fewer do not mean that there are no others. */
  solve(goal: Goal, limit: number): readonly Json[]
  readonly matches: MatchPattern
  /** Schemas of one class say the same. */
  classOf(this: void, node: SchemaNode): number
}
