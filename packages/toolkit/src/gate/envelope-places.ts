import type { AttributePlace, Envelope } from '../model/catalog.ts'

/** An attribute that does not stand any more where it stood. */
export interface LostPlaces {
  /** Name of the attribute; `data` for the data. */
  readonly name: string
  readonly lost: readonly AttributePlace[]
  /** Where it stands now; empty where it is gone. */
  readonly now: readonly AttributePlace[]
}

/** Attributes that left a place. An envelope of another mode is another envelope: then nothing is said. */
export function placesLost(base: Envelope, head: Envelope): readonly LostPlaces[] {
  if (base.mode !== head.mode) return []
  const before = placesOf(base)
  const after = placesOf(head)
  return [...before].flatMap(([name, places]) => {
    const now = after.get(name) ?? []
    const lost = places.filter((place) => !now.some((other) => placeText(other) === placeText(place)))
    return lost.length === 0 ? [] : [{ name, lost, now }]
  })
}

/** `/data/id` in the payload, `the header /ce_id`. */
export function placeText({ in: part, pointer }: AttributePlace): string {
  return part === 'headers' ? `the header ${pointer}` : pointer === '' ? 'the payload itself' : pointer
}

function placesOf(envelope: Envelope): ReadonlyMap<string, readonly AttributePlace[]> {
  const data: AttributePlace = { in: 'payload', pointer: envelope.data }
  return new Map([...Object.entries(envelope.attributes), ['data', [data]]])
}
