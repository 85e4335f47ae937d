import type { Refusal } from '../../compatibility/explain/explain-refusal.ts'
import type { Json } from '../../model/catalog.ts'
import { isArray } from '../../model/json.ts'

/** What a consumer says when it refuses a message: the words of the validator that is generated for it. */
export function refusalText({ keyword, property }: Refusal, expected: Json | undefined): string {
  const name = `'${property ?? ''}'`
  switch (keyword) {
    case 'required':
    case 'dependentRequired':
      return `must have required property ${name}`
    case 'type':
      return `must be ${(isArray(expected) ? expected : [expected]).map(short).join(' or ').replaceAll('"', '')}`
    case 'enum':
      return `must be equal to one of the allowed values: ${shortList(expected)}`
    case 'const':
      return `must be equal to ${short(expected)}`
    case 'minimum':
      return `must be >= ${short(expected)}`
    case 'maximum':
      return `must be <= ${short(expected)}`
    case 'exclusiveMinimum':
      return `must be > ${short(expected)}`
    case 'exclusiveMaximum':
      return `must be < ${short(expected)}`
    case 'multipleOf':
      return `must be multiple of ${short(expected)}`
    case 'minLength':
      return `must NOT have fewer than ${short(expected)} characters`
    case 'maxLength':
      return `must NOT have more than ${short(expected)} characters`
    case 'minItems':
      return `must NOT have fewer than ${short(expected)} items`
    case 'maxItems':
      return `must NOT have more than ${short(expected)} items`
    case 'minProperties':
      return `must NOT have fewer than ${short(expected)} properties`
    case 'maxProperties':
      return `must NOT have more than ${short(expected)} properties`
    case 'uniqueItems':
      return 'must NOT have duplicate items'
    case 'pattern':
      return `must match pattern ${short(expected)}`
    case 'format':
      return `must match format ${short(expected)}`
    case 'propertyNames':
      return `property name ${name} is invalid`
    case 'properties':
    case 'unevaluatedProperties':
      return property === undefined
        ? 'must NOT have undeclared properties'
        : `must NOT have the property ${name}`
    case 'contains':
      return 'must contain as many matching items as the schema asks for'
    case 'anyOf':
      return 'must match a schema in anyOf'
    case 'oneOf':
      return 'must match exactly one schema in oneOf'
    case 'not':
      return 'must NOT be valid under the schema in not'
    default:
      return 'is not allowed by the schema'
  }
}

const LONGEST = 80

function short(value: Json | undefined): string {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}

const MOST_LISTED = 10

function shortList(values: Json | undefined): string {
  if (!isArray(values)) return short(values)
  const listed = values.slice(0, MOST_LISTED).map(short).join(', ')
  return values.length > MOST_LISTED ? `${listed} and ${values.length - MOST_LISTED} more` : listed
}
