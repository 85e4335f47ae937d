import type { Message } from '../model/catalog.ts'
import { isJsonSchemaFormat } from '../model/schema-format.ts'

/** What all forms of JSON Schema are called here. */
export const JSON_SCHEMA = 'JSON Schema'

/** The language that a payload is described in: its media type, without a version of the language. */
export function schemaLanguage({ schemaFormat }: Message): string {
  if (schemaFormat === undefined || isJsonSchemaFormat(schemaFormat)) return JSON_SCHEMA
  return (schemaFormat.split(';')[0] ?? '')
    .trim()
    .toLowerCase()
    .replace(/\+(?:json|yaml)$/, '')
}
