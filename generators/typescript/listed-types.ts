import { type Catalog, child, type Json, type Node } from '@concordat/toolkit/model'
import { openValues } from '@concordat/toolkit/schema'
import { printKey, printString } from './print-literal.ts'
import type { TypeSyntax } from './type-syntax.ts'

/** The types that `const`, `enum` or `x-extensible-enum` lists; undefined where there is none of them. */
export function listedTypes(catalog: Catalog, schema: Node): readonly TypeSyntax[] | undefined {
  const constant = child(schema, 'const')
  if (constant !== undefined) return [literalType(constant.value)]
  const open = openValues(catalog, schema)
  const values = open ?? child(schema, 'enum')?.value
  if (!Array.isArray(values)) return undefined
  const types = allowedAmong(values as readonly Json[], schema).map((value) => literalType(value))
  return open === undefined ? types : [...types, OTHER_TEXTS]
}

/** Any string, in a form that lets editors still propose the values that are known. */
const OTHER_TEXTS: TypeSyntax = { kind: 'text', text: '(string & {})' }

/** The values that `type` does not rule out. */
function allowedAmong(values: readonly Json[], schema: Node): readonly Json[] {
  const type = child(schema, 'type')?.value
  const types: readonly Json[] = Array.isArray(type) ? type : type === undefined ? [] : [type]
  return values.filter(
    (value) => types.length === 0 || typesOfValue(value).some((name) => types.includes(name)),
  )
}

function typesOfValue(value: Json): readonly string[] {
  if (value === null) return ['null']
  if (Array.isArray(value)) return ['array']
  return typeof value === 'number' ? ['number', 'integer'] : [typeof value]
}

/** The type that has this one value. */
function literalType(value: Json): TypeSyntax {
  if (typeof value === 'string') return { kind: 'text', text: printString(value) }
  if (value === null || typeof value !== 'object') return { kind: 'text', text: String(value) }
  if (Array.isArray(value)) {
    const elements = (value as readonly Json[]).map((item) => literalType(item))
    return { kind: 'tuple', elements, required: elements.length, rest: undefined }
  }
  const members = Object.entries(value).map(([key, item]) => ({
    key: printKey(key),
    isOptional: false,
    type: literalType(item),
    documentation: {},
  }))
  return { kind: 'object', members }
}
