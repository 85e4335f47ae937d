import type { Catalog, Json } from '@concordat/toolkit/model'
import { countFacts } from './count-facts.ts'
import { objectFacts } from './object-facts.ts'
import { phrase } from './phrase.ts'
import type { SchemaFact } from './schema-tree.ts'
import { annotation, statedNodes, statedTexts, statedValues } from './stated.ts'
import type { Member, Together } from './together.ts'
import { code, listWords, valueCode, type Words } from './words.ts'

/** Rules and annotations of a value that need no place of their own, in the order in which they are shown. */
export function readFacts(catalog: Catalog, together: Together): readonly SchemaFact[] {
  return [
    ...texts(together, 'format', 'format'),
    ...countFacts(together),
    ...texts(together, 'pattern', 'pattern'),
    ...texts(together, 'contentEncoding', 'encoding'),
    ...texts(together, 'contentMediaType', 'media type'),
    ...itemFacts(together),
    ...objectFacts(catalog, together),
    ...statedNodes(together, 'not').map((node) => ({ label: 'not allowed', words: phrase(catalog, node) })),
    ...annotationFacts(together),
    ...together.members.flatMap(ignoredFact),
  ]
}

function texts(together: Together, keyword: string, label: string): readonly SchemaFact[] {
  const stated = [...new Set(statedTexts(together, keyword))].map((text): Words => [code(text)])
  return stated.length === 0 ? [] : [{ label, words: listWords(stated, 'and') }]
}

function itemFacts(together: Together): readonly SchemaFact[] {
  const isClosed = ['items', 'additionalItems', 'unevaluatedItems'].some((keyword) =>
    statedValues(together, keyword).includes(false),
  )
  if (!isClosed) return []
  const hasPlaces = statedNodes(together, 'prefixItems').length > 0
  const isEmpty = statedValues(together, 'items').includes(false) && !hasPlaces
  return [{ label: undefined, words: [isEmpty ? 'no items' : 'no further items'] }]
}

function annotationFacts(together: Together): readonly SchemaFact[] {
  const standard = annotation(together, 'default')
  const examples = annotation(together, 'examples')
  const example = annotation(together, 'example')
  const all = (Array.isArray(examples) ? examples : example === undefined ? [] : [example]).filter(isShort)
  return [
    ...(standard === undefined ? [] : [{ label: 'default', words: [valueCode(standard)] }]),
    ...(all.length === 0
      ? []
      : [
          {
            label: all.length === 1 ? 'example' : 'examples',
            words: listWords(
              all.map((value) => [valueCode(value)]),
              'or',
            ),
          },
        ]),
  ]
}

/** Longer examples would hide the rules; the page shows those of the whole message at full length. */
function isShort(value: Json): boolean {
  return JSON.stringify(value).length <= 80
}

/** Keywords that count beside a `$ref` in every dialect: they do not decide what is valid. */
const ANNOTATIONS: ReadonlySet<string> = new Set(
  (
    '$ref $id $schema $comment $defs definitions title description default examples example deprecated readOnly ' +
    'writeOnly externalDocs'
  ).split(' '),
)

/** Says so where somebody wrote a rule in a place where validators do not look. */
function ignoredFact({ node, isIgnored }: Member): readonly SchemaFact[] {
  if (!isIgnored) return []
  const names = Object.keys(node.value as object).filter(
    (name) => !ANNOTATIONS.has(name) && !name.startsWith('x-'),
  )
  if (names.length === 0) return []
  const listed = listWords(
    names.map((name) => [code(name)]),
    'and',
  )
  return [{ label: undefined, words: ['without effect beside a reference: ', ...listed] }]
}
