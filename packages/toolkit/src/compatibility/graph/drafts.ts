import { type Keyword, keywords } from '../../schema/keywords.ts'
import type { Draft } from './schema-node.ts'

const DIALECTS: ReadonlyMap<string, Draft> = new Map([
  ['http://json-schema.org/draft-04/schema', 4],
  ['http://json-schema.org/draft-06/schema', 6],
  ['http://json-schema.org/draft-07/schema', 7],
  ['https://json-schema.org/draft/2019-09/schema', 2019],
  ['https://json-schema.org/draft/2020-12/schema', 2020],
])

/** The draft that a `$schema` names. */
export function draftOf(dialect: string): Draft | undefined {
  return DIALECTS.get(dialect.replace(/#$/, ''))
}

const SINCE: ReadonlyMap<string, Draft> = new Map([
  ...['const', 'contains', 'propertyNames'].map((name) => [name, 6] as const),
  ...['if', 'then', 'else'].map((name) => [name, 7] as const),
  ...['minContains', 'maxContains', 'dependentRequired', 'dependentSchemas'].map(
    (name) => [name, 2019] as const,
  ),
  ...['unevaluatedItems', 'unevaluatedProperties', '$anchor'].map((name) => [name, 2019] as const),
  ...['prefixItems', '$dynamicRef', '$dynamicAnchor'].map((name) => [name, 2020] as const),
])

/**
 * Whether a draft gives the keyword its meaning. `dependencies` outlived its removal from 2019-09 in practice, and the
 * later drafts reserve it for that old meaning.
 */
function isKnownTo(draft: Draft, keyword: string): boolean {
  if (keyword === 'additionalItems') return draft < 2020
  if (keyword === '$recursiveRef' || keyword === '$recursiveAnchor') return draft === 2019
  return draft >= (SINCE.get(keyword) ?? 4)
}

const KNOWN: ReadonlyMap<Draft, ReadonlyMap<string, Keyword>> = new Map(
  ([4, 6, 7, 2019, 2020] as const).map((draft) => [
    draft,
    new Map([...keywords].filter(([name]) => isKnownTo(draft, name))),
  ]),
)

/** The keywords to which a draft gives a meaning. */
export function keywordsOf(draft: Draft): ReadonlyMap<string, Keyword> {
  return KNOWN.get(draft) ?? keywords
}
