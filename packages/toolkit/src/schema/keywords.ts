/** The JSON form that a keyword's value must have. */
export type KeywordForm =
  | 'schema'
  | 'schemas'
  | 'schema or schemas'
  | 'map of schemas'
  | 'map of schemas or names'
  | 'map of names'
  | 'names'
  | 'types'
  | 'values'
  | 'anything'
  | 'number'
  | 'positive number'
  | 'number or boolean'
  | 'count'
  | 'string'
  | 'pattern'
  | 'boolean'

/**
 * How the schemas under a keyword bear on the value that the keyword stands for.
 * - `together`: they describe the same value, always
 * - `perhaps`: they describe the same value, sometimes
 * - `reference`: like `together`, by name
 * - `property`, `element`: they describe its parts
 * - `aside`: they ask about it without describing what may be written
 */
export type KeywordRole =
  | 'together'
  | 'perhaps'
  | 'reference'
  | 'property'
  | 'element'
  | 'aside'
  | 'assertion'
  | 'annotation'

export interface Keyword {
  readonly form: KeywordForm
  readonly role: KeywordRole
}

/**
 * Every keyword of JSON Schema draft-04 to 2020-12 and of AsyncAPI's superset of draft-07. Names that begin with `x-`
 * are annotations too; any other name is a mistake.
 */
export const keywords: ReadonlyMap<string, Keyword> = new Map([
  ...group('schemas', 'together', ['allOf']),
  ...group('schemas', 'perhaps', ['anyOf', 'oneOf']),
  ...group('schema', 'perhaps', ['if', 'then', 'else']),
  ...group('map of schemas', 'perhaps', ['dependentSchemas']),
  ...group('map of schemas or names', 'perhaps', ['dependencies']),
  ...group('string', 'reference', ['$ref', '$recursiveRef', '$dynamicRef']),
  ...group('map of schemas', 'property', ['properties', 'patternProperties']),
  ...group('schema', 'property', ['additionalProperties', 'unevaluatedProperties']),
  ...group('schema or schemas', 'element', ['items']),
  ...group('schemas', 'element', ['prefixItems']),
  ...group('schema', 'element', ['additionalItems', 'unevaluatedItems']),
  ...group('schema', 'aside', ['not', 'contains', 'propertyNames']),
  ...group('types', 'assertion', ['type']),
  ...group('values', 'assertion', ['enum']),
  ...group('anything', 'assertion', ['const']),
  ...group('number', 'assertion', ['minimum', 'maximum']),
  ...group('number or boolean', 'assertion', ['exclusiveMinimum', 'exclusiveMaximum']),
  ...group('positive number', 'assertion', ['multipleOf']),
  ...group('count', 'assertion', [
    'minLength',
    'maxLength',
    'minItems',
    'maxItems',
    'minProperties',
    'maxProperties',
  ]),
  ...group('count', 'assertion', ['minContains', 'maxContains']),
  ...group('pattern', 'assertion', ['pattern']),
  ...group('string', 'assertion', ['format']),
  ...group('boolean', 'assertion', ['uniqueItems']),
  ...group('names', 'assertion', ['required']),
  ...group('map of names', 'assertion', ['dependentRequired']),
  ...group('map of schemas', 'annotation', ['definitions', '$defs']),
  ...group('schema', 'annotation', ['contentSchema']),
  ...group('string', 'annotation', ['$schema', '$id', 'id', '$anchor', '$dynamicAnchor', '$comment']),
  ...group('string', 'annotation', [
    'title',
    'description',
    'contentEncoding',
    'contentMediaType',
    'discriminator',
  ]),
  ...group('boolean', 'annotation', ['deprecated', 'readOnly', 'writeOnly', '$recursiveAnchor']),
  ...group('anything', 'annotation', [
    'default',
    'examples',
    'example',
    'externalDocs',
    '$vocabulary',
    'xml',
  ]),
])

function group(form: KeywordForm, role: KeywordRole, names: readonly string[]): [string, Keyword][] {
  return names.map((name) => [name, { form, role }])
}
