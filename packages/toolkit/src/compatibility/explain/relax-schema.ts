import type { Json, JsonObject } from '../../model/catalog.ts'
import { isArray, isObject } from '../../model/json.ts'
import { pointerTokens } from '../../model/pointer.ts'
import type { Refusal } from './explain-refusal.ts'

/**
 * The schema without the assertion that refused a value, so that what else is in the way shows. Undefined where it cannot
 * be taken out.
 */
export function relaxSchema(document: Json, refusal: Refusal): Json | undefined {
  const tokens = pointerTokens(refusal.at)
  return tokens && edit(document, tokens, (schema) => withoutAssertion(schema, refusal))
}

function edit(value: Json, [token, ...rest]: readonly string[], change: Change): Json | undefined {
  if (token === undefined) return change(value)
  if (!(isObject(value) || isArray(value)) || !Object.hasOwn(value, token)) return undefined
  const edited = edit((value as JsonObject)[token] as Json, rest, change)
  if (edited === undefined) return undefined
  return isArray(value)
    ? value.map((item, index) => (`${index}` === token ? edited : item))
    : Object.fromEntries(Object.entries(value).map(([key, member]) => [key, key === token ? edited : member]))
}

type Change = (schema: Json) => Json | undefined

/** Other spellings that older drafts have for a keyword, or that are read together with it. */
const SPELLINGS: Readonly<Record<string, readonly string[]>> = {
  properties: ['additionalProperties'],
  items: ['additionalItems', 'items'],
  contains: ['contains', 'minContains', 'maxContains'],
  dependentRequired: ['dependentRequired', 'dependencies'],
  dependentSchemas: ['dependentSchemas', 'dependencies'],
  $ref: ['$ref'],
}

function withoutAssertion(schema: Json, { keyword, property }: Refusal): Json | undefined {
  if (schema === false) return true
  if (!isObject(schema)) return undefined
  if (keyword === 'required' && property !== undefined) return withoutRequired(schema, property)
  const spellings = SPELLINGS[keyword] ?? [keyword]
  const left = Object.entries(schema).filter(([name]) => !spellings.includes(name))
  return left.length === Object.keys(schema).length ? undefined : Object.fromEntries(left)
}

function withoutRequired(schema: JsonObject, property: string): Json | undefined {
  const { required } = schema
  if (!isArray(required) || !required.includes(property)) return undefined
  return { ...schema, required: required.filter((name) => name !== property) }
}
