import type { Json } from '../../model/catalog.ts'
import type { SchemaNode } from '../graph/schema-node.ts'
import type { Language } from '../pattern/language.ts'
import { formatLanguage } from '../pattern/format-languages.ts'
import { MIXED_SAMPLES, samplesOf } from './format-samples.ts'
import type { Case, Search } from './goal.ts'

const PLAIN: readonly Json[] = [null, false, true, 0, 1, '', 'a', {}, []]
const MORE: readonly Json[] = [-1, 0.5, 2, 3, 1.5, 1e300, 'b', '0', 'aa', ' ', '💩']

/** Strings from this length on are also tried without a search among words. */
const LONG = 50
const MAX_LENGTH = 2_000_000

/** What the schemas list, and the smallest values of every type. */
export function listedCandidates({ holds, breaks }: Case): readonly Json[] {
  const listed = [...holds, ...breaks].flatMap((node) => [
    ...(node.const === undefined ? [] : [node.const]),
    ...(node.enum ?? []),
  ])
  return [...listed, ...PLAIN]
}

/** Numbers at and around every bound, and multiples there. */
export function numberCandidates({ holds, breaks }: Case): readonly Json[] {
  const nodes = [...holds, ...breaks]
  const bounds = nodes.flatMap((node) =>
    [node.minimum, node.maximum, node.exclusiveMinimum, node.exclusiveMaximum, ...numbersOf(node)].filter(
      (bound) => bound !== undefined,
    ),
  )
  const steps = [...new Set(nodes.flatMap(({ multipleOf }) => multipleOf ?? []))]
  const allSteps = [...steps, ...steps.flatMap((step) => steps.map((other) => exact(step * other)))]
  const around = [0, ...bounds].flatMap((bound) => [
    ...[0, 1, -1, 0.5, -0.5, 0.001, -0.001, 2, -2, 100, -100].map((by) => exact(bound + by)),
    Math.floor(bound),
    Math.ceil(bound),
    ...allSteps.flatMap((step) =>
      [-2, -1, 0, 1, 2, 3].map((by) => exact((Math.floor(bound / step) + by) * step)),
    ),
    ...steps.map((step) => exact(bound + step / 2)),
  ])
  const between = bounds.flatMap((one) => bounds.map((other) => exact((one + other) / 2)))
  return [...new Set([...around, ...between])].filter((value) => Number.isFinite(value)).concat(1e300)
}

function numbersOf(node: SchemaNode): readonly number[] {
  return [node.const, ...(node.enum ?? [])].filter((value) => typeof value === 'number')
}

/** The number without the noise of binary arithmetic. */
function exact(value: number): number {
  return Number(value.toPrecision(15))
}

/** Shortest strings that the schemas allow, and that one of those to break does not. */
export function* stringCandidates({ holds, breaks }: Case, { languages }: Search): Generator<Json> {
  const bounds = [...holds, ...breaks].flatMap(({ minLength = 0, maxLength = 0 }) => [
    minLength,
    maxLength,
    maxLength + 1,
  ])
  const formats = new Set([...holds, ...breaks].flatMap(({ format }) => format ?? []))
  for (const format of formats) yield* samplesOf(format)
  if (formats.size > 0) yield* MIXED_SAMPLES
  for (const bound of bounds) if (bound > LONG && bound <= MAX_LENGTH) yield 'a'.repeat(bound)
  const allowed = languages.intersect(holds.map((node) => languageOf(node, languages)))
  const listed = [...holds, ...breaks]
    .flatMap((node) => [node.const, ...(node.enum ?? [])])
    .filter((value) => typeof value === 'string')
  const refused = breaks.map((node) => languages.complement(languageOf(node, languages)))
  const fresh = languages.complement(languages.ofWords(listed))
  const lengths = [...holds, ...breaks].flatMap(({ minLength = 0, maxLength = 0 }) => [
    minLength,
    maxLength + 1,
  ])
  const wanted = [
    languages.intersect([allowed, ...refused, fresh]),
    ...refused.flatMap((language) => [
      languages.intersect([allowed, language]),
      languages.intersect([allowed, language, fresh]),
    ]),
    languages.intersect([allowed, fresh]),
    ...[1, 2, ...lengths].map((length) => languages.intersect([allowed, languages.ofLength(length)])),
  ]
  const words = new Set<string>()
  for (const language of wanted) {
    const word = languages.findWord(
      languages.intersect([language, languages.complement(languages.ofWords(words))]),
    )
    if (word === undefined || words.has(word)) continue
    words.add(word)
    yield word
  }
  yield* MORE
}

function languageOf(
  { pattern, format, minLength = 0, maxLength }: SchemaNode,
  languages: Search['languages'],
): Language {
  const lengths = languages.ofLength(minLength, maxLength)
  const matched = pattern === undefined ? undefined : languages.ofPattern(pattern)
  const formatted = format === undefined ? undefined : formatLanguage(format, languages)?.language
  return languages.intersect([lengths, matched, formatted].filter((part) => part !== undefined))
}
