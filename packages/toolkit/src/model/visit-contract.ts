import type { Json, JsonObject } from './catalog.ts'
import { isArray, isObject } from './json.ts'
import { isJsonSchemaFormat } from './schema-format.ts'

/** Members whose own members are names that the author chose, in AsyncAPI documents and in JSON Schemas. */
const MAPS: ReadonlySet<string> = new Set(
  [
    '$defs definitions properties patternProperties dependentSchemas dependencies',
    'channels operations servers messages parameters variables schemas replies replyAddresses correlationIds tags',
    'externalDocs operationTraits messageTraits securitySchemes serverVariables',
    'serverBindings channelBindings operationBindings messageBindings',
  ].flatMap((line) => line.split(' ')),
)

/** Members that hold data: an object with `$ref` in it is a value of the message, not a reference. */
const DATA: ReadonlySet<string> = new Set(['examples', 'example', 'const', 'enum', 'default'])

/** Gets an object and the tokens of its JSON Pointer; the list is changed when the visit goes on. */
export type VisitObject = (object: JsonObject, tokens: readonly string[]) => void

/**
 * Calls `visit` for every object of a contract that is not data: the document's own objects and its schemas. Extensions
 * (`x-…`) and payloads in a language other than JSON Schema are left out too.
 */
export function visitContract(value: Json, visit: VisitObject): void {
  visitValue(value, [], false, visit)
}

function visitValue(value: Json, tokens: string[], isMap: boolean, visit: VisitObject): void {
  if (isArray(value)) {
    for (let index = 0; index < value.length; index++)
      visitMember(value[index], String(index), tokens, false, visit)
  } else if (isObject(value)) {
    visit(value, tokens)
    const foreign = isMap ? undefined : foreignMember(value)
    for (const key in value) {
      const member = value[key]
      if (typeof member !== 'object' || member === null) continue
      if (!isMap && (DATA.has(key) || key.startsWith('x-'))) continue
      if (key === foreign) visitForeignFile(member, key, tokens, visit)
      else visitMember(member, key, tokens, !isMap && MAPS.has(key), visit)
    }
  }
}

function visitMember(
  member: Json | undefined,
  token: string,
  tokens: string[],
  isMap: boolean,
  visit: VisitObject,
): void {
  if (typeof member !== 'object' || member === null) return
  tokens.push(token)
  visitValue(member, tokens, isMap, visit)
  tokens.pop()
}

/** A reference in the place of a foreign payload is AsyncAPI's own, and leads to a file that can be read if it is JSON or YAML. */
function visitForeignFile(
  member: Json | undefined,
  token: string,
  tokens: string[],
  visit: VisitObject,
): void {
  const ref = isObject(member) && Object.hasOwn(member, '$ref') ? member['$ref'] : undefined
  if (!isObject(member) || typeof ref !== 'string' || !/\.(?:json|avsc|ya?ml)(?:#|$)/i.test(ref)) return
  tokens.push(token)
  visit(member, tokens)
  tokens.pop()
}

/** The member written in another schema language: `schema` of a multi-format schema (3.x), `payload` of a message (2.x). */
function foreignMember(object: JsonObject): string | undefined {
  const format = Object.hasOwn(object, 'schemaFormat') ? object['schemaFormat'] : undefined
  if (typeof format !== 'string' || isJsonSchemaFormat(format)) return undefined
  return Object.hasOwn(object, 'schema') ? 'schema' : 'payload'
}
