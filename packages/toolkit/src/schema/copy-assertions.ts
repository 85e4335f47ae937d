import { formats } from '@concordat/formats'
import type { Json, JsonObject } from '../model/catalog.ts'
import { isArray, isObject } from '../model/json.ts'
import { keywords } from './keywords.ts'

/**
 * The keywords of a schema that assert something themselves, in the terms of one dialect for all drafts: draft-07 with
 * the additions of 2019-09. Formats that Concordat does not know assert nothing, as JSON Schema allows.
 */
export function copyAssertions(schema: JsonObject): readonly (readonly [string, Json])[] {
  return Object.entries(schema).flatMap(([name, value]) => {
    if (keywords.get(name)?.role !== 'assertion') return []
    if (name === 'format')
      return typeof value === 'string' && Object.hasOwn(formats, value) ? [[name, value]] : []
    if (name === 'const') return [isObject(value) || isArray(value) ? ['enum', [value]] : [name, value]]
    if (name === 'required') return isArray(value) && value.length > 0 ? [[name, value]] : []
    if (typeof value === 'boolean' && name.startsWith('exclusive'))
      return draft4Exclusive(schema, name, value)
    const limit = name === 'minimum' || name === 'maximum'
    if (limit && schema[name === 'minimum' ? 'exclusiveMinimum' : 'exclusiveMaximum'] === true) return []
    return [[name, value]]
  })
}

/** In draft-04 `exclusiveMinimum: true` says that `minimum` itself is out. */
function draft4Exclusive(
  schema: JsonObject,
  name: string,
  isOn: boolean,
): readonly (readonly [string, Json])[] {
  const limit = schema[name === 'exclusiveMinimum' ? 'minimum' : 'maximum']
  return isOn && limit !== undefined ? [[name, limit]] : []
}
