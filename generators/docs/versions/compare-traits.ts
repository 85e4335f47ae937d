import type { Json } from '@concordat/toolkit/model'
import type { SchemaFact, SchemaTree } from '../schema-tree/schema-tree.ts'
import { listWords, plainText, valueCode, type Words } from '../schema-tree/words.ts'
import { typeWords } from './type-words.ts'

/** What two schemas say differently of a value itself, a line each; what is only told to people comes last. */
export function compareTraits(before: SchemaTree, after: SchemaTree): readonly Words[] {
  return [
    ...typeLines(before, after),
    ...valueLines(before, after),
    ...factLines(before.facts, after.facts),
    ...markLines(before, after),
    ...documentationLine(before, after),
  ]
}

function documentationLine(before: SchemaTree, after: SchemaTree): readonly Words[] {
  const [old, now] = [before, after].map(({ facts }) =>
    facts.filter(isExample).map(({ words }) => plainText(words)),
  )
  const names = [
    ...(before.title === after.title ? [] : ['title']),
    ...(before.description === after.description ? [] : ['description']),
    ...(old?.join() === now?.join() ? [] : ['examples']),
  ]
  return names.length === 0
    ? []
    : [
        [
          'other ',
          ...listWords(
            names.map((name) => [name]),
            'and',
          ),
        ],
      ]
}

function isExample({ label }: SchemaFact): boolean {
  return label === 'example' || label === 'examples'
}

/** Of the value itself: its items and alternatives are compared on their own. */
function typeLines(before: SchemaTree, after: SchemaTree): readonly Words[] {
  const [old, now] = [before, after].map((tree) => typeWords({ ...tree, groups: [] })) as [Words, Words]
  return plainText(old) === plainText(now) ? [] : [became(old, now)]
}

function became(old: Words, now: Words): Words {
  return [...old, ' became ', ...now]
}

function valueLines(before: SchemaTree, after: SchemaTree): readonly Words[] {
  const [old, now] = [before.values, after.values]
  if (old === undefined && now === undefined) return []
  if (old === undefined) return [['is one of ', ...valuesOf(now?.values ?? []), ' now']]
  if (now === undefined) return [['is no longer one of ', ...valuesOf(old.values)]]
  const added = without(now.values, old.values)
  const removed = without(old.values, now.values)
  return [
    ...(added.length === 0 ? [] : [['may be ', ...valuesOf(added), ' too']]),
    ...(removed.length === 0 ? [] : [['is never ', ...valuesOf(removed), ' any more']]),
    ...(old.isOpen === now.isOpen ? [] : [[now.isOpen ? 'the list may grow now' : 'the list is closed now']]),
  ]
}

function without(values: readonly Json[], others: readonly Json[]): readonly Json[] {
  const texts = new Set(others.map((value) => JSON.stringify(value)))
  return values.filter((value) => !texts.has(JSON.stringify(value)))
}

/** As many values make a line; the others are counted. */
const SHOWN = 10

function valuesOf(values: readonly Json[]): Words {
  const shown = values.slice(0, SHOWN).map((value): Words => [valueCode(value)])
  const rest: readonly Words[] = values.length > SHOWN ? [[`${values.length - SHOWN} other values`]] : []
  return listWords([...shown, ...rest], 'or')
}

/** Facts with a label have one value each; sentences are there or not. */
function factLines(before: readonly SchemaFact[], after: readonly SchemaFact[]): readonly Words[] {
  const [old, now] = [factsByName(before), factsByName(after)]
  const changed = [...now].flatMap(([name, { label, words }]): readonly Words[] => {
    const earlier = old.get(name)
    if (earlier === undefined) return [label === undefined ? words : [`${label} `, ...words]]
    return plainText(earlier.words) === plainText(words)
      ? []
      : [[`${label} `, ...became(earlier.words, words)]]
  })
  const gone = [...old].filter(([name]) => !now.has(name))
  return [
    ...changed,
    ...gone.map(([, { label, words }]): Words => [
      'no longer: ',
      ...(label === undefined ? [] : [`${label} `]),
      ...words,
    ]),
  ]
}

function factsByName(facts: readonly SchemaFact[]): ReadonlyMap<string, SchemaFact> {
  return new Map(facts.filter((fact) => !isExample(fact)).map((fact) => [nameOf(fact), fact]))
}

function nameOf({ label, words }: SchemaFact): string {
  return label ?? `: ${plainText(words)}`
}

function markLines(before: SchemaTree, after: SchemaTree): readonly Words[] {
  return [
    ...after.marks.filter((mark) => !before.marks.includes(mark)).map((mark): Words => [`${mark} now`]),
    ...before.marks.filter((mark) => !after.marks.includes(mark)).map((mark): Words => [`no longer ${mark}`]),
  ]
}
