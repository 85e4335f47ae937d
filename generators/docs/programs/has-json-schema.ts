import { isJsonSchemaFormat, type Message } from '@concordat/toolkit/model'

/** Whether a message's payload is stated, and in JSON Schema. */
export function hasJsonSchema({ schemaFormat, payload }: Message): boolean {
  return payload !== undefined && (schemaFormat === undefined || isJsonSchemaFormat(schemaFormat))
}
