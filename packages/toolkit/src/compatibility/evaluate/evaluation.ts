import type { Json } from '../../model/catalog.ts'
import type { Budget } from '../budget.ts'
import type { SchemaNode } from '../graph/schema-node.ts'
import type { Marks } from './marks.ts'
import type { MatchPattern } from './match-pattern.ts'

/** The evaluation of one value, and how to go on inside it. */
export interface Evaluation {
  readonly budget: Budget
  readonly matches: MatchPattern
  /** Schemas inside each other that are being applied now. */
  depth: number
  readonly apply: Apply
}

/** Whether the value is valid; if so and asked for, adds what was evaluated to the marks. */
type Apply = (evaluation: Evaluation, node: SchemaNode, value: Json, marks?: Marks) => boolean
