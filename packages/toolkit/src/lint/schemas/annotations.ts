import type { Json } from '../../model/catalog.ts'
import { isArray, isObject } from '../../model/json.ts'
import { keywords } from '../../schema/keywords.ts'

/**
 * Keywords that change neither what a schema allows nor more than comments of what is generated from it. `title` is none
 * of them, because generated types are named for it.
 */
const annotations: ReadonlySet<string> = new Set([
  'description',
  '$comment',
  'example',
  'examples',
  'deprecated',
])

/** Extensions that say where the attributes of an envelope stand, and that a list of values may grow. */
const telling: ReadonlySet<string> = new Set(['x-concordat-envelope', 'x-extensible-enum'])

function isAnnotation(keyword: string): boolean {
  return annotations.has(keyword) || (keyword.startsWith('x-') && !telling.has(keyword))
}

/** A schema without what is there for people only. A property that is called like such a keyword stays. */
export function withoutAnnotations(schema: Json): Json {
  if (!isObject(schema)) return schema
  const members = Object.entries(schema).filter(([keyword]) => !isAnnotation(keyword))
  return Object.fromEntries(members.map(([keyword, value]) => [keyword, withoutInner(keyword, value)]))
}

function withoutInner(keyword: string, value: Json): Json {
  const form = keywords.get(keyword)?.form
  if (form?.startsWith('map of schemas') && isObject(value))
    return Object.fromEntries(Object.entries(value).map(([key, schema]) => [key, withoutAnnotations(schema)]))
  if (form?.startsWith('schema') && isArray(value)) return value.map(withoutAnnotations)
  return form?.startsWith('schema') ? withoutAnnotations(value) : value
}
