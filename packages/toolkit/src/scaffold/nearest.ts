import { quote, quoteList } from '../lint/quote.ts'

/** What to do about a name that does not exist: the one that was probably meant, else what there is. */
export function nearest(name: string, known: readonly string[]): string {
  const [best] = known
    .map((candidate) => ({ candidate, edits: editDistance(name, candidate) }))
    .toSorted((a, b) => a.edits - b.edits)
  return best !== undefined && best.edits <= Math.max(2, name.length / 3)
    ? `Did you mean ${quote(best.candidate)}?`
    : whatThereIs(known)
}

export function whatThereIs(known: readonly string[]): string {
  return known.length === 0 ? 'There is none yet.' : `Known: ${quoteList(known.toSorted(), 8)}.`
}

/** Levenshtein's distance: how many characters to insert, remove or replace. */
function editDistance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index)
  for (let i = 0; i < left.length; i++) {
    const next = [i + 1]
    for (let j = 0; j < right.length; j++) {
      const replaced = (row[j] ?? 0) + Number(left[i] !== right[j])
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
