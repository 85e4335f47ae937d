import { isDeepStrictEqual } from 'node:util'
import { isJsonSchemaFormat } from '../../model/schema-format.ts'
import type { Catalog, Message, Node } from '../../model/catalog.ts'
import type { ChangeFinding, Hit, Thing } from '../change.ts'
import { fingerprint } from '../fingerprint.ts'
import { payloadNotCompared } from '../promise-rules.ts'

/** Whether a message's payload is described in JSON Schema, the one language that is compared. */
export function isComparable({ schemaFormat }: Message): boolean {
  return schemaFormat === undefined || isJsonSchemaFormat(schemaFormat)
}

/** A payload in Avro, Protobuf or another language that changed; undefined where it is what it was. */
export function uncomparedPayload(
  old: { readonly message: Message; readonly payload: Node },
  proposed: { readonly message: Message; readonly payload: Node; readonly catalog: Catalog },
  { thing, consumers }: { readonly thing: Thing; readonly consumers: readonly string[] },
): readonly ChangeFinding[] | undefined {
  const formats = [old.message.schemaFormat, proposed.message.schemaFormat]
  if (formats[0] === formats[1] && isDeepStrictEqual(old.payload.value, proposed.payload.value))
    return undefined
  const language = formats.find((format) => format !== undefined && !isJsonSchemaFormat(format)) ?? ''
  const hit: Hit = { role: 'consumer', applications: consumers }
  return [
    {
      rule: payloadNotCompared.id,
      verdict: payloadNotCompared.verdict,
      message: `The payload changed, and payloads in ${JSON.stringify(language)} are not compared.`,
      why: payloadNotCompared.why,
      place: proposed.catalog.locate(proposed.payload),
      tree: 'head',
      direction: undefined,
      witness: undefined,
      hit: [hit],
      ways: [
        { text: 'Compare the two schemas with a tool for their language, and accept the finding.' },
        { text: 'Describe the payload in JSON Schema.' },
      ],
      fingerprint: fingerprint(payloadNotCompared.id, thing.kind, thing.name, proposed.payload.file),
      exception: undefined,
    },
  ]
}
