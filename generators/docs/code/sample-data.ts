import type { Catalog, Json, Message } from '@concordat/toolkit/model'
import { pointerTokens } from '@concordat/toolkit/model'
import { flattenedProperties } from '../../typescript/flattened-properties.ts'
import { dataExamples } from './data-examples.ts'
import { madeUpData } from './made-up-data.ts'

/**
 * Data of a message to show in code, without what the runtime fills in: an example of the contract, else what its schema
 * takes. Undefined where that cannot be told.
 */
export function sampleData(catalog: Catalog, message: Message): Json | undefined {
  const [example] = dataExamples(catalog, message)
  const data =
    example === undefined
      ? (atPointer(wireSample(message), message.envelope.data) ?? madeUpData(catalog, message))
      : example.value
  const filled = new Set(flattenedProperties(message))
  if (data === undefined || filled.size === 0 || typeof data !== 'object' || data === null) return data
  return Object.fromEntries(Object.entries(data).filter(([name]) => !filled.has(name)))
}

/** The body of the first example of the whole message. */
export function wireSample({ examples }: Message): Json | undefined {
  return examples.find(({ payload }) => payload !== undefined)?.payload?.value
}

/** The value at a JSON Pointer; undefined where there is none. */
export function atPointer(value: Json | undefined, pointer: string): Json | undefined {
  return (pointerTokens(pointer) ?? []).reduce<Json | undefined>((found, token) => {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, token)) return undefined
    return (found as Readonly<Record<string, Json>>)[token]
  }, value)
}
