import type { Json } from '../../model/catalog.ts'
import type { Budget } from '../budget.ts'
import { isListed } from '../evaluate/is-listed.ts'
import { sampleWord } from '../pattern/sample-word.ts'
import type { SchemaNode, TypeName } from '../graph/schema-node.ts'
import type { Language, Languages } from '../pattern/language.ts'
import { formatLanguage } from '../pattern/format-languages.ts'
import { MIXED_SAMPLES, sampleOfLength, samplesOf } from './format-samples.ts'
import type { Case, Search } from './goal.ts'

const PLAIN: readonly (readonly [TypeName, readonly Json[]])[] = [
  ['null', [null]],
  ['boolean', [false, true]],
  ['integer', [0, 1]],
  ['string', ['', 'a']],
  ['object', [{}]],
  ['array', [[]]],
]
const MORE: readonly Json[] = [-1, 0.5, 2, 3, 1.5, 1e300, 'b', '0', 'aa', ' ', '💩']

const MAX_LENGTH = 2_000_000

/** What the schemas list, and the smallest values of every type. */
export function listedCandidates(
  { holds, breaks }: Case,
  allows: (...types: readonly TypeName[]) => boolean,
  budget: Budget,
): readonly Json[] {
  const lists = breaks.flatMap((node) => (node.enum === undefined ? [] : [node.enum]))
  const dropped = holds
    .flatMap((node) => node.enum ?? [])
    .find((value) => lists.some((list) => !isListed(value, list, budget)))
  const listed = [...holds, ...breaks].flatMap((node) => [
    ...(node.const === undefined ? [] : [node.const]),
    ...(node.enum ?? []),
  ])
  const plain = PLAIN.flatMap(([type, values]) =>
    allows(type, type === 'integer' ? 'number' : type) ? values : [],
  )
  return [...(dropped === undefined ? [] : [dropped]), ...listed, ...plain]
}

/** Numbers at and around every bound, and multiples there. */
export function* numberCandidates({ holds, breaks }: Case): Generator<number> {
  const nodes = [...holds, ...breaks]
  const bounds = new Set(
    nodes.flatMap((node) =>
      [node.minimum, node.maximum, node.exclusiveMinimum, node.exclusiveMaximum, ...numbersOf(node)].filter(
        (bound) => bound !== undefined,
      ),
    ),
  )
  const steps = [...new Set(nodes.flatMap(({ multipleOf }) => multipleOf ?? []))]
  const allSteps = [...steps, ...steps.flatMap((step) => steps.map((other) => exact(step * other)))]
  yield* bounds
  for (const by of [0, 1, -1, 0.5, -0.5]) for (const bound of bounds) yield exact(bound + by)
  for (const bound of [0, ...bounds]) {
    for (const by of [0.5, 0.001, -0.001, 2, -2, 100, -100]) yield exact(bound + by)
    yield Math.floor(bound)
    yield Math.ceil(bound)
    for (const step of allSteps)
      for (const by of [-2, -1, 0, 1, 2, 3]) yield exact((Math.floor(bound / step) + by) * step)
    for (const step of steps) yield exact(bound + step / 2)
  }
  for (const one of bounds) for (const other of bounds) yield exact((one + other) / 2)
  yield 1e300
}

function numbersOf(node: SchemaNode): readonly number[] {
  return [node.const, ...(node.enum ?? [])].filter((value) => typeof value === 'number')
}

/** The number without the noise of binary arithmetic; 0 in place of what JSON cannot write. */
function exact(value: number): number {
  if (Number.isSafeInteger(value)) return value
  return Number.isFinite(value) ? Number(value.toPrecision(15)) : 0
}

/** Strings of every length at a bound, then shortest ones that the schemas allow and one of those to break does not. */
export function* stringCandidates(found: Case, { languages }: Search): Generator<Json> {
  const { holds, breaks } = found
  const nodes = [...holds, ...breaks]
  const formats = new Set(nodes.flatMap(({ format }) => format ?? []))
  for (const format of formats) yield* samplesOf(format)
  if (formats.size > 0) yield* MIXED_SAMPLES
  for (const { pattern } of nodes) {
    const word = pattern === undefined ? undefined : sampleWord(pattern)
    if (word !== undefined) yield word
  }
  const lengths = lengthsOf(nodes)
  for (const format of formats)
    for (const length of lengths) {
      const sample = sampleOfLength(format, length)
      if (sample !== undefined) yield sample
    }
  for (const length of lengths) if (length <= MAX_LENGTH) yield 'a'.repeat(length)
  if (lengths.length > 0 || nodes.some((node) => node.pattern !== undefined || node.format !== undefined))
    yield* wordCandidates(found, lengths, languages)
  yield* MORE
}

/** Lengths at the bounds and one past them, the shortest first. */
function lengthsOf(nodes: readonly SchemaNode[]): readonly number[] {
  const lengths = nodes.flatMap(({ minLength, maxLength }) => [
    ...(minLength === undefined ? [] : [minLength - 1, minLength]),
    ...(maxLength === undefined ? [] : [maxLength, maxLength + 1]),
  ])
  return [...new Set(lengths)].filter((length) => length >= 0).toSorted((a, b) => a - b)
}

function* wordCandidates(found: Case, lengths: readonly number[], languages: Languages): Generator<string> {
  const words = new Set<string>()
  for (const language of wantedLanguages(found, lengths, languages)) {
    const others = words.size === 0 ? [] : [languages.complement(languages.ofWords(words))]
    const word = languages.findWord(languages.intersect([language, ...others]))
    if (word === undefined || words.has(word)) continue
    words.add(word)
    yield word
  }
}

/** One after the other: to find a word of a language takes longer than to look whether the last one will do. */
function* wantedLanguages(
  { holds, breaks }: Case,
  lengths: readonly number[],
  languages: Languages,
): Generator<Language> {
  const { intersect, complement } = languages
  const allowed = intersect(holds.map((node) => languageOf(node, languages)))
  const refused = breaks.map((node) => complement(languageOf(node, languages)))
  yield intersect([allowed, ...refused])
  const listed = [...holds, ...breaks]
    .flatMap((node) => [node.const, ...(node.enum ?? [])])
    .filter((value) => typeof value === 'string')
  const fresh = complement(languages.ofWords(listed))
  yield intersect([allowed, ...refused, fresh])
  for (const language of refused) {
    yield intersect([allowed, language])
    yield intersect([allowed, language, fresh])
  }
  yield intersect([allowed, fresh])
  for (const length of [1, 2, ...lengths]) yield intersect([allowed, languages.ofLength(length)])
}

function languageOf(
  { pattern, format, minLength = 0, maxLength }: SchemaNode,
  languages: Languages,
): Language {
  const lengths = languages.ofLength(minLength, maxLength)
  const matched = pattern === undefined ? undefined : languages.ofPattern(pattern)
  const formatted = format === undefined ? undefined : formatLanguage(format, languages)?.language
  return languages.intersect([lengths, matched, formatted].filter((part) => part !== undefined))
}
