import MiniSearch from 'minisearch'
import type { SearchDocument } from '../search/search-document.ts'

/** Finds documents, best first: no more than a reader looks through, and how many there are. */
export type Search = (query: string) => { readonly hits: readonly SearchDocument[]; readonly total: number }

const FIELDS = ['name', 'detail', 'keys', 'fields', 'people', 'text'] as const

const MOST_HITS = 20

export function createIndex(documents: readonly SearchDocument[]): Search {
  const index = new MiniSearch<SearchDocument & { readonly id: number }>({
    fields: [...FIELDS],
    tokenize: words,
    searchOptions: {
      prefix: true,
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
      boost: { name: 4, keys: 3, detail: 2, fields: 1.5, people: 1.5 },
      combineWith: 'AND',
    },
  })
  index.addAll(documents.map((document, id) => ({ ...document, id })))
  return (query) => {
    const found = index.search(query)
    const hits = found.slice(0, MOST_HITS).flatMap(({ id }) => documents[id as number] ?? [])
    return { hits, total: found.length }
  }
}

/** `order.created`, `order_id` and `OrderCreated` are found whole and by each of their words. */
function words(text: string): string[] {
  return text.split(/[\s,;:(){}[\]"'`]+/u).flatMap((word) => {
    const parts = word.split(/[^\p{L}\p{N}]+|(?<=[\p{Ll}\p{N}])(?=\p{Lu})/u).filter((part) => part !== '')
    return parts.length > 1 ? [word, ...parts] : parts
  })
}
