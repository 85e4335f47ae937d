import type { Json, JsonObject } from './catalog.ts'
import { isArray, isObject } from './json.ts'
import { joinPointer } from './pointer.ts'
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

/**
 * Calls `visit` for every object of a contract that is not data: the document's own objects and its schemas. Extensions
 * (`x-…`) and payloads in a language other than JSON Schema are left out too.
 */
export function visitContract(value: Json, visit: (object: JsonObject, pointer: string) => void): void {
  visitValue(value, '', false, visit)
}

function visitValue(
  value: Json,
  pointer: string,
  isMap: boolean,
  visit: (object: JsonObject, pointer: string) => void,
): void {
  if (isArray(value)) {
    for (const [index, item] of value.entries())
      visitValue(item, joinPointer(pointer, String(index)), false, visit)
  } else if (isObject(value)) {
    visit(value, pointer)
    const foreign = isMap ? undefined : foreignMember(value)
    for (const [key, member] of Object.entries(value)) {
      if (typeof member !== 'object' || member === null) continue
      if (!isMap && (DATA.has(key) || key.startsWith('x-') || key === foreign)) continue
      visitValue(member, joinPointer(pointer, key), !isMap && MAPS.has(key), visit)
    }
  }
}

/** The member written in another schema language: `schema` of a multi-format schema (3.x), `payload` of a message (2.x). */
function foreignMember(object: JsonObject): string | undefined {
  const format = Object.hasOwn(object, 'schemaFormat') ? object['schemaFormat'] : undefined
  if (typeof format !== 'string' || isJsonSchemaFormat(format)) return undefined
  return Object.hasOwn(object, 'schema') ? 'schema' : 'payload'
}
