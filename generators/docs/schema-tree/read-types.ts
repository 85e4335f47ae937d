import { child, type Json, type Node } from '@concordat/toolkit/model'
import type { Member, Together } from './together.ts'

export interface ReadTypes {
  readonly types: readonly string[]
  readonly isNullable: boolean
}

/** The types that all the schemas allow. */
export function readTypes({ members, offersNull }: Together): ReadTypes {
  const inForce = members.filter(({ isIgnored }) => !isIgnored)
  if (inForce.some(({ node }) => node.value === false)) return { types: ['never'], isNullable: false }
  const stated = inForce.flatMap((member) => {
    const types = statedTypes(member.node)
    return types === undefined ? [] : [{ types, member }]
  })
  const isOffered = offersNull || stated.some(({ types }) => types.includes('null'))
  const isNullable =
    isOffered && stated.every(({ types, member }) => types.includes('null') || member.isOrNull)
  const lists = stated.map(({ types }) => types)
  const types = lists.length === 0 ? impliedTypes(inForce) : lists.reduce(intersect)
  const others = types.filter((type) => type !== 'null')
  return types.length > 0 && others.length === 0
    ? { types: ['null'], isNullable: false }
    : { types: lists.length > 0 && types.length === 0 ? ['never'] : others, isNullable }
}

/** `type`, else the types of the values that are listed. */
function statedTypes(schema: Node): readonly string[] | undefined {
  const type = child(schema, 'type')?.value
  if (typeof type === 'string') return [type]
  if (Array.isArray(type)) return type.filter((name) => typeof name === 'string')
  const constant = child(schema, 'const')
  if (constant !== undefined) return [typeOfValue(constant.value)]
  const values = child(schema, 'enum')?.value
  if (Array.isArray(values) && values.length > 0) return [...new Set(values.map(typeOfValue))]
  return undefined
}

function typeOfValue(value: Json): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  return Number.isInteger(value) ? 'integer' : typeof value
}

function intersect(left: readonly string[], right: readonly string[]): readonly string[] {
  const both = left.flatMap((type) => {
    if (right.includes(type)) return [type]
    if (type === 'integer' && right.includes('number')) return ['integer']
    return type === 'number' && right.includes('integer') ? ['integer'] : []
  })
  return [...new Set(both)]
}

/** Keywords that people write only where they mean a type. */
const IMPLIED: readonly (readonly [type: string, keywords: readonly string[]])[] = [
  ['object', ['properties', 'patternProperties', 'additionalProperties', 'required']],
  ['array', ['items', 'prefixItems', 'minItems', 'maxItems', 'contains']],
  ['string', ['pattern', 'minLength', 'maxLength', 'x-extensible-enum']],
  ['number', ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf']],
]

function impliedTypes(members: readonly Member[]): readonly string[] {
  return IMPLIED.filter(([, keywords]) =>
    members.some(({ node }) => keywords.some((keyword) => child(node, keyword) !== undefined)),
  ).map(([type]) => type)
}
