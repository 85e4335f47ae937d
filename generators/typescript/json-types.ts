import { child, type Node } from '@concordat/toolkit/model'

/** Keywords that mean something for one type only; a schema that has them but no `type` is taken to mean that type. */
const KEYWORDS_OF_TYPE: readonly (readonly [string, readonly string[]])[] = [
  [
    'object',
    [
      'properties',
      'patternProperties',
      'additionalProperties',
      'required',
      'propertyNames',
      'minProperties',
      'maxProperties',
    ],
  ],
  ['array', ['items', 'prefixItems', 'minItems', 'maxItems', 'uniqueItems', 'contains']],
  ['string', ['pattern', 'minLength', 'maxLength', 'format']],
  ['number', ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf']],
]

/** The JSON types that a schema allows by its own keywords; empty where it does not say. */
export function jsonTypes(schema: Node): readonly string[] {
  const type = child(schema, 'type')?.value
  if (typeof type === 'string') return [type]
  if (Array.isArray(type)) return type.filter((name) => typeof name === 'string')
  const meant = KEYWORDS_OF_TYPE.filter(([, keywords]) =>
    keywords.some((keyword) => child(schema, keyword) !== undefined),
  )
  return meant.length === 1 ? meant.map(([name]) => name) : []
}
