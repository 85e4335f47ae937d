import { BudgetExceeded, openBudget } from '../compatibility/budget.ts'
import { evaluate } from '../compatibility/evaluate/evaluate.ts'
import { isQuick, matchPattern } from '../compatibility/evaluate/match-pattern.ts'
import { openSchema } from '../compatibility/graph/open-schema.ts'
import { SchemaGraphError } from '../compatibility/graph/schema-graph-error.ts'
import type { SchemaNode } from '../compatibility/graph/schema-node.ts'
import type { Json } from '../model/catalog.ts'
import { definitionDocument } from './definition-document.ts'
import { namesInheritedProperty } from './open-ajv.ts'
import type { VariantDefinition } from './schema-variants.ts'

/**
 * Tells of most values that are valid that they are, as generated code sees it, a hundred times faster than compiling a
 * validator for them. `false`: only compiled code can tell.
 */
export type AcceptsPlainly = (definition: VariantDefinition, value: Json) => boolean

export function openPlainAcceptance(): AcceptsPlainly {
  const opened = new Map<string, SchemaNode | undefined>()
  return (definition, value) => {
    if (!opened.has(definition.key)) opened.set(definition.key, openPlain(definition))
    const schema = opened.get(definition.key)
    return schema !== undefined && isPlainlyValid(schema, value)
  }
}

/** Undefined for a schema with something about which compiled code may be of another opinion: decimals, inherited names. */
function openPlain(definition: VariantDefinition): SchemaNode | undefined {
  const { document } = definitionDocument(definition)
  const text = JSON.stringify(document)
  if (NOT_PLAIN.test(text) || namesInheritedProperty(text)) return undefined
  try {
    return openSchema(document, { defaultDraft: 2019, format: 'assertion' })
  } catch (error) {
    if (error instanceof SchemaGraphError) return undefined
    throw error
  }
}

const NOT_PLAIN = /"(?:multipleOf|contains|unevaluated\w+|\$dynamicRef|\$recursiveRef)":/

const STEPS = 10_000

/** A pattern that takes long in compiled code must take long here. */
function isPlainlyValid(schema: SchemaNode, value: Json): boolean {
  const matches = (pattern: string, text: string): boolean => {
    if (!isQuick(pattern, text)) throw new BudgetExceeded('has a pattern that may take long')
    return matchPattern(pattern, text)
  }
  try {
    return evaluate(schema, value, { budget: openBudget(STEPS), matches })
  } catch (error) {
    if (error instanceof BudgetExceeded) return false
    throw error
  }
}
