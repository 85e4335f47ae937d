import { isJsonSchemaFormat, type Message } from '@concordat/toolkit/model'

/** Whether the payload is described in JSON Schema; of other languages (Avro, Protobuf, …) the client knows nothing. */
export function hasJsonSchema({ schemaFormat }: Message): boolean {
  return schemaFormat === undefined || isJsonSchemaFormat(schemaFormat)
}
