import type { Json, Node } from '../model/catalog.ts'
import { isArray, isObject } from '../model/json.ts'
import { child, entries, isObjectNode } from '../model/node.ts'
import { type KeywordForm, keywords } from './keywords.ts'
import { subschemas } from './subschemas.ts'

/** Something in a schema that JSON Schema does not know or that has the wrong form. */
export interface SchemaProblem {
  /** Where: the keyword, or the name in its value. */
  readonly node: Node
  readonly kind: 'unknown-keyword' | 'malformed-keyword' | 'invalid-pattern' | 'unsafe-name'
  readonly message: string
  readonly fix: string
}

/**
 * What is wrong with the schema and the schemas below it, definitions included; references are not followed. A schema
 * without problems can be compiled.
 */
export function checkSchema(schema: Node): readonly SchemaProblem[] {
  if (typeof schema.value === 'boolean') return []
  if (!isObjectNode(schema)) return [malformed(schema, 'A schema must be an object or a boolean.')]
  const problems: SchemaProblem[] = []
  for (const name of Object.keys(schema.value)) {
    const node = isPlain(name, schema.value[name]) ? undefined : child(schema, name)
    if (node !== undefined) problems.push(...checkKeyword(name, node))
  }
  for (const { node } of subschemas(schema)) problems.push(...checkSchema(node))
  return [...problems, ...checkTuple(schema)]
}

/** Whether a keyword is one of the many in which nothing can be wrong but the form, and that is right. */
function isPlain(name: string, value: Json | undefined): boolean {
  const form = keywords.get(name)?.form
  if (form === undefined || value === undefined || typeof value === 'object' || form === 'pattern')
    return false
  return forms[form].test(value)
}

/** Whether a keyword's value has the JSON form that JSON Schema gives it; true for names that are not keywords. */
export function hasRightForm(name: string, value: Json): boolean {
  const keyword = keywords.get(name)
  return keyword === undefined || forms[keyword.form].test(value)
}

function checkKeyword(name: string, node: Node): readonly SchemaProblem[] {
  if (name.startsWith('x-')) return []
  const keyword = keywords.get(name)
  if (keyword === undefined) return [unknown(name, node)]
  const form = forms[keyword.form]
  if (!form.test(node.value)) return [malformed(node, `${JSON.stringify(name)} must be ${form.words}.`)]
  if (keyword.form === 'pattern') return checkPattern(node, node.value as string)
  if (name === 'patternProperties')
    return entries(node).flatMap(([pattern, member]) => checkPattern(member, pattern))
  return checkNames(name, node)
}

/** A list of `items` is the older way to say `prefixItems`; beside it nobody can tell what the list means. */
function checkTuple(schema: Node): readonly SchemaProblem[] {
  const items = child(schema, 'items')
  if (items === undefined || !isArray(items.value) || child(schema, 'prefixItems') === undefined) return []
  return [malformed(items, '"items" must be a single schema beside "prefixItems".')]
}

function checkPattern(node: Node, pattern: string): readonly SchemaProblem[] {
  const fault = patternFault(pattern)
  if (fault === undefined) return []
  return [
    {
      node,
      kind: 'invalid-pattern',
      message: `${fault}.`,
      fix: 'Correct the regular expression; JSON Schema takes those of ECMA-262 with the flag u, which allows no needless backslash.',
    },
  ]
}

function patternFault(pattern: string): string | undefined {
  try {
    RegExp(pattern, 'u')
    return undefined
  } catch (error) {
    return (error as Error).message
  }
}

/** JavaScript cannot tell a property `__proto__` from the prototype in the places where generated code would name it. */
function checkNames(name: string, node: Node): readonly SchemaProblem[] {
  const names = isObject(node.value) ? Object.keys(node.value) : isArray(node.value) ? node.value : []
  if (!['properties', 'required', 'dependentRequired', 'dependentSchemas', 'dependencies'].includes(name))
    return []
  if (!names.includes('__proto__')) return []
  return [
    {
      node,
      kind: 'unsafe-name',
      message: 'A property cannot be called "__proto__": in JavaScript that is the prototype of the object.',
      fix: 'Give the property another name.',
    },
  ]
}

function unknown(name: string, node: Node): SchemaProblem {
  return {
    node,
    kind: 'unknown-keyword',
    message: `${JSON.stringify(name)} is not a keyword of JSON Schema.`,
    fix: 'Correct the spelling, or begin the name with x- if it is your own annotation.',
  }
}

function malformed(node: Node, message: string): SchemaProblem {
  return { node, kind: 'malformed-keyword', message, fix: 'Give the keyword a value of that form.' }
}

const TYPES: readonly Json[] = ['array', 'boolean', 'integer', 'null', 'number', 'object', 'string']

const isSchemaValue = (value: Json): boolean => isObject(value) || typeof value === 'boolean'
const isNames = (value: Json): boolean => isArray(value) && value.every((name) => typeof name === 'string')
const isMapOf =
  (test: (value: Json) => boolean) =>
  (value: Json): boolean =>
    isObject(value) && Object.values(value).every(test)
const isListOf =
  (test: (value: Json) => boolean) =>
  (value: Json): boolean =>
    isArray(value) && value.length > 0 && value.every(test)

const forms: Readonly<
  Record<KeywordForm, { readonly words: string; readonly test: (value: Json) => boolean }>
> = {
  schema: { words: 'a schema', test: isSchemaValue },
  schemas: { words: 'a list of at least one schema', test: isListOf(isSchemaValue) },
  'schema or schemas': {
    words: 'a schema or a list of schemas',
    test: (value) => isSchemaValue(value) || isListOf(isSchemaValue)(value),
  },
  'map of schemas': { words: 'an object whose members are schemas', test: isMapOf(isSchemaValue) },
  'map of schemas or names': {
    words: 'an object whose members are schemas or lists of names',
    test: isMapOf((value) => isSchemaValue(value) || isNames(value)),
  },
  'map of names': { words: 'an object whose members are lists of names', test: isMapOf(isNames) },
  names: { words: 'a list of names', test: isNames },
  types: {
    words: 'a type (array, boolean, integer, null, number, object, string) or a list of types',
    test: (value) => TYPES.includes(value) || isListOf((type) => TYPES.includes(type))(value),
  },
  values: { words: 'a list of at least one value', test: isListOf(() => true) },
  anything: { words: 'a value', test: () => true },
  number: { words: 'a number', test: (value) => typeof value === 'number' },
  'positive number': {
    words: 'a number greater than 0',
    test: (value) => typeof value === 'number' && value > 0,
  },
  'number or boolean': {
    words: 'a number',
    test: (value) => typeof value === 'number' || typeof value === 'boolean',
  },
  count: {
    words: 'a whole number, at least 0',
    test: (value) => Number.isInteger(value) && (value as number) >= 0,
  },
  string: { words: 'a string', test: (value) => typeof value === 'string' },
  pattern: { words: 'a regular expression', test: (value) => typeof value === 'string' },
  boolean: { words: 'true or false', test: (value) => typeof value === 'boolean' },
}
