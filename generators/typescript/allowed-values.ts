import { child, type Json, type Node } from '@concordat/toolkit/model'
import { printKey, printString } from './print-literal.ts'
import type { TypeSyntax } from './type-syntax.ts'

/** The values that `const` or `enum` allows, without those that `type` rules out; undefined where there is neither. */
export function allowedValues(schema: Node): readonly Json[] | undefined {
  const constant = child(schema, 'const')
  if (constant !== undefined) return [constant.value]
  const values = child(schema, 'enum')?.value
  if (!Array.isArray(values)) return undefined
  const type = child(schema, 'type')?.value
  const types: readonly Json[] = Array.isArray(type) ? type : type === undefined ? [] : [type]
  return (values as readonly Json[]).filter(
    (value) => types.length === 0 || typesOfValue(value).some((name) => types.includes(name)),
  )
}

function typesOfValue(value: Json): readonly string[] {
  if (value === null) return ['null']
  if (Array.isArray(value)) return ['array']
  return typeof value === 'number' ? ['number', 'integer'] : [typeof value]
}

/** The type that has this one value. */
export function literalType(value: Json): TypeSyntax {
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
