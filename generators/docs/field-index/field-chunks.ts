import type { Field } from './field.ts'

/** Fields that stand on one page. */
export interface FieldChunk {
  /** First and last letter: `a – c`; the letter where it is one. */
  readonly title: string
  readonly fields: readonly Field[]
}

/**
 * Fields in chunks that are small enough for a page, by their first letters. A letter is never split, so that everybody
 * knows where to look.
 */
export function fieldChunks(fields: readonly Field[], mostPlaces = 300): readonly FieldChunk[] {
  const letters = [...Map.groupBy(fields, letterOf)]
  const chunks: { letters: string[]; fields: Field[]; places: number }[] = []
  for (const [letter, group] of letters) {
    const places = group.reduce((sum, field) => sum + field.places.length, 0)
    const last = chunks.at(-1)
    if (last === undefined || last.places + places > mostPlaces)
      chunks.push({ letters: [letter], fields: [...group], places })
    else {
      last.letters.push(letter)
      last.fields.push(...group)
      last.places += places
    }
  }
  return chunks.map((chunk) => ({ title: titleOf(chunk.letters), fields: chunk.fields }))
}

function letterOf({ path }: Field): string {
  const [first = '#'] = path.toLowerCase().match(/[\p{L}\p{N}]/u) ?? []
  return first
}

function titleOf(letters: readonly string[]): string {
  const [first = '', last = ''] = [letters[0], letters.at(-1)]
  return first === last ? first : `${first} – ${last}`
}
