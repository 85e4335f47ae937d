import type { Json, Node } from '../../model/catalog.ts'
import { pointerTokens } from '../../model/pointer.ts'
import { refTo } from '../refs.ts'
import { joinValues } from '../values.ts'
import { type EnvelopeStyle, placesOf } from './envelope-style.ts'
import type { EventMessage } from './event-message.ts'

/** Schema of the headers: their envelopes, with the type fixed. */
export function headersSchema({ envelope, file }: EventMessage, type: string): Json {
  const own = typeConstants(envelope, 'headers', type)
  return {
    type: 'object',
    allOf: [...references(file, envelope.headers), ...(own === undefined ? [] : [own])],
  }
}

/** Schema of the payload: the data in its envelopes, with the type fixed. */
export function payloadSchema({ envelope, file, schemaPath }: EventMessage, type: string): Json {
  const data = { $ref: refTo(file, { file: schemaPath, pointer: '' }) }
  if (envelope.payload.length === 0) return data
  const own = typeConstants(envelope, 'payload', type)
  const tokens = pointerTokens(envelope.data) ?? []
  const wrapped = tokens.length === 0 ? own : joinValues(own, schemaAt(tokens, data, true))
  return {
    allOf: [
      ...references(file, envelope.payload),
      ...(tokens.length === 0 ? [data] : []),
      ...(wrapped === undefined ? [] : [wrapped]),
    ],
  }
}

function references(file: string, nodes: readonly Node[]): readonly Json[] {
  return nodes.map((node) => ({ $ref: refTo(file, node) }))
}

/** Fixes the type wherever the envelope has it. */
function typeConstants(
  envelope: EnvelopeStyle,
  where: 'payload' | 'headers',
  type: string,
): Json | undefined {
  return placesOf(envelope, 'type', where).reduce<Json | undefined>(
    (joined, tokens) => joinValues(joined, schemaAt(tokens, { const: type }, false)),
    undefined,
  )
}

/** An object schema that says something about the value under the tokens only. */
function schemaAt(tokens: readonly string[], schema: Json, isRequired: boolean): Json {
  const [token, ...rest] = tokens
  if (token === undefined) return schema
  return {
    type: 'object',
    properties: { [token]: schemaAt(rest, schema, isRequired) },
    ...(isRequired ? { required: [token] } : {}),
  }
}
