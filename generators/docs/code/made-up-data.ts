import { decideInclusion } from '@concordat/toolkit/compatibility'
import type { Catalog, Json, JsonObject, Message } from '@concordat/toolkit/model'
import { bundleSchema } from '../programs/bundle-schema.ts'
import { hasJsonSchema } from '../programs/has-json-schema.ts'

const made = new WeakMap<Message, { readonly value: Json | undefined }>()

/**
 * Data that the schema of a message takes, for a contract that gives no example; undefined where none is found. It has every
 * property that can stand beside the others.
 */
export function madeUpData(catalog: Catalog, message: Message): Json | undefined {
  const known = made.get(message) ?? { value: make(catalog, message) }
  made.set(message, known)
  return known.value
}

function make(catalog: Catalog, message: Message): Json | undefined {
  if (message.data === undefined || !hasJsonSchema(message)) return undefined
  const schema = bundleSchema(catalog, message.data)
  return (
    valueOf({ ...schema, allOf: [{ required: propertiesOf(schema) }, ...partsOf(schema)] }) ?? valueOf(schema)
  )
}

/** A witness that a schema takes more than nothing is a value that it takes. */
function valueOf(schema: JsonObject): Json | undefined {
  const verdict = decideInclusion(schema, false, { format: 'assertion' })
  return verdict.kind === 'excluded' ? verdict.witness : undefined
}

function propertiesOf({ properties }: JsonObject): readonly string[] {
  return typeof properties === 'object' && properties !== null ? Object.keys(properties) : []
}

function partsOf({ allOf }: JsonObject): readonly Json[] {
  return Array.isArray(allOf) ? (allOf as readonly Json[]) : []
}
