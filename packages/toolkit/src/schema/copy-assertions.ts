import { formats } from '@concordat/formats'
import type { Json, JsonObject } from '../model/catalog.ts'
import { isArray, isObject } from '../model/json.ts'
import { keywords } from './keywords.ts'

/**
 * The keywords of a schema that assert something themselves, in the terms of one dialect for all drafts: draft-07 with
 * the additions of 2019-09. Formats that Concordat does not know assert nothing, as JSON Schema allows.
 */
export function copyAssertions(schema: JsonObject): readonly (readonly [string, Json])[] {
  const assertions: (readonly [string, Json])[] = []
  for (const name in schema) {
    if (keywords.get(name)?.role !== 'assertion') continue
    const assertion = assert(schema, name, schema[name] as Json)
    if (assertion !== undefined) assertions.push(assertion)
  }
  return assertions
}

function assert(schema: JsonObject, name: string, value: Json): readonly [string, Json] | undefined {
  if (name === 'format')
    return typeof value === 'string' && Object.hasOwn(formats, value) ? [name, value] : undefined
  if (name === 'const') return isObject(value) || isArray(value) ? ['enum', [value]] : [name, value]
  if (name === 'required') return isArray(value) && value.length > 0 ? [name, value] : undefined
  if (typeof value === 'boolean' && name.startsWith('exclusive')) return draft4Exclusive(schema, name, value)
  const limit = name === 'minimum' || name === 'maximum'
  if (limit && schema[name === 'minimum' ? 'exclusiveMinimum' : 'exclusiveMaximum'] === true) return undefined
  return [name, value]
}

/** In draft-04 `exclusiveMinimum: true` says that `minimum` itself is out. */
function draft4Exclusive(
  schema: JsonObject,
  name: string,
  isOn: boolean,
): readonly [string, Json] | undefined {
  const limit = schema[name === 'exclusiveMinimum' ? 'minimum' : 'maximum']
  return isOn && limit !== undefined ? [name, limit] : undefined
}
