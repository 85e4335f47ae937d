import { child } from '@concordat/toolkit/model'
import { including, type Range, rangeOf, rangeText } from './range.ts'
import type { SchemaFact } from './schema-tree.ts'
import { statedNumbers, statedValues } from './stated.ts'
import type { Together } from './together.ts'
import { valueCode } from './words.ts'

/** What is counted: its label, the keywords of its bounds, and the noun that follows the numbers. */
const COUNTED = [
  ['length', 'minLength', 'maxLength', undefined],
  ['size', 'minItems', 'maxItems', 'items'],
  ['size', 'minProperties', 'maxProperties', 'properties'],
] as const

/** Bounds of numbers, lengths and sizes: the tightest that any schema states. */
export function countFacts(together: Together): readonly SchemaFact[] {
  const counted = COUNTED.flatMap(([label, low, high, noun]) => {
    const least = statedNumbers(together, low).map(including)
    return rangeFact(label, rangeOf(least, statedNumbers(together, high).map(including)), noun)
  })
  const multiples = statedNumbers(together, 'multipleOf').map((number) => ({
    label: 'multiple of',
    words: [valueCode(number)],
  }))
  return [
    ...rangeFact('range', valueRange(together)),
    ...multiples,
    ...counted,
    ...(statedValues(together, 'uniqueItems').includes(true)
      ? [{ label: undefined, words: ['no two items alike'] }]
      : []),
  ]
}

/** `exclusiveMinimum` is a number from draft-06 on, and before that makes `minimum` exclude itself. */
function valueRange(together: Together): Range {
  const bounds = (keyword: 'minimum' | 'maximum', exclusive: string) =>
    together.members
      .filter(({ isIgnored }) => !isIgnored)
      .flatMap(({ node }) => {
        const [bound, excluded] = [keyword, exclusive].map((name) => child(node, name)?.value)
        return [
          ...(typeof bound === 'number' ? [{ value: bound, isExcluded: excluded === true }] : []),
          ...(typeof excluded === 'number' ? [{ value: excluded, isExcluded: true }] : []),
        ]
      })
  return rangeOf(bounds('minimum', 'exclusiveMinimum'), bounds('maximum', 'exclusiveMaximum'))
}

function rangeFact(label: string, range: Range, noun?: string): readonly SchemaFact[] {
  const text = rangeText(range, noun)
  return text === undefined ? [] : [{ label, words: [text] }]
}
