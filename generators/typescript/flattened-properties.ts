import { type Message, nodeId, pointerTokens } from '@concordat/toolkit/model'

/** Properties of the data that the runtime writes, because attributes of the envelope stand among those of the data. */
export function flattenedProperties({ data, payload, envelope }: Message): readonly string[] {
  const isWhole = data !== undefined && payload !== undefined && nodeId(payload) === nodeId(data)
  if (!isWhole || envelope.data !== '') return []
  const places = Object.values(envelope.attributes).flat()
  const names = places
    .filter((place) => place.in === 'payload')
    .map(({ pointer }) => pointerTokens(pointer)?.[0] ?? '')
  return [...new Set(names)]
}
