import type { Place } from '../budget.ts'
import type { SchemaNode } from './schema-node.ts'

/** The keywords that make most of the work, the hardest first; the names of those that the graph calls otherwise. */
const HARD: readonly (readonly [keyof SchemaNode, keyword: string])[] = [
  ['dynamicRef', '$dynamicRef'],
  ['unevaluatedProperties', 'unevaluatedProperties'],
  ['unevaluatedItems', 'unevaluatedItems'],
  ['oneOf', 'oneOf'],
  ['anyOf', 'anyOf'],
  ['if', 'if'],
  ['not', 'not'],
  ['allOf', 'allOf'],
  ['ref', '$ref'],
  ['uniqueItems', 'uniqueItems'],
  ['contains', 'contains'],
  ['patternProperties', 'patternProperties'],
  ['propertyNames', 'propertyNames'],
  ['dependentSchemas', 'dependentSchemas'],
  ['pattern', 'pattern'],
  ['multipleOf', 'multipleOf'],
]

const NOT_KEYWORDS: ReadonlySet<string> = new Set(['id', 'draft', 'at', 'boolean'])

/** Where a schema stands and the keyword of it that is most likely what made a decision hard. */
export function placeOf(node: SchemaNode): Place {
  const hard = HARD.find(([key]) => node[key] !== undefined)
  const keyword = hard?.[1] ?? Object.keys(node).find((name) => !NOT_KEYWORDS.has(name)) ?? ''
  return { keyword, at: node.at }
}
