import type { JsonObject } from '../../model/catalog.ts'
import { isObject } from '../../model/json.ts'
import { child, items } from '../../model/node.ts'
import { pointerTokens } from '../../model/pointer.ts'
import { joinValues, valueAt, withValueAt } from '../values.ts'
import { placesOf } from './envelope-style.ts'
import type { EventMessage } from './event-message.ts'

/** A whole message, made of the first examples of the envelopes; none where an envelope has no example. */
export function messageExamples(message: EventMessage, type: string): JsonObject {
  const { envelope, data } = message
  const payload = filledExample(message, 'payload', type)
  const headers = filledExample(message, 'headers', type)
  if (payload === undefined || headers === undefined) return {}
  const tokens = pointerTokens(envelope.data) ?? []
  const example = {
    name: 'smallest',
    summary: 'Only what is required.',
    ...(envelope.headers.length === 0 ? {} : { headers }),
    payload: tokens.length === 0 ? joinValues(payload, data) : withValueAt(payload, tokens, data),
  }
  return { examples: [example] }
}

function filledExample(
  message: EventMessage,
  where: 'payload' | 'headers',
  type: string,
): JsonObject | undefined {
  const { envelope, source } = message
  const examples = envelope[where].map((node) => items(child(node, 'examples'))[0]?.value)
  if (!examples.every(isObject)) return undefined
  const values: readonly (readonly [string, string])[] = [
    ['type', type],
    ['source', source],
    ['dataversion', '1.0.0'],
  ]
  return values.reduce<JsonObject>(
    (filled, [attribute, value]) =>
      placesOf(envelope, attribute, where)
        .filter((tokens) => attribute === 'type' || valueAt(filled, tokens) !== undefined)
        .reduce<JsonObject>((filled, tokens) => withValueAt(filled, tokens, value) as JsonObject, filled),
    examples.reduce<JsonObject>((joined, example) => ({ ...joined, ...example }), {}),
  )
}
