import type { Json } from '../../model/catalog.ts'

/** A source of choices that a seed repeats. */
export interface Choices {
  below(limit: number): number
  oneOf<T>(list: readonly T[]): T
}

/** Opens mulberry32, a small generator that is even enough to choose by. */
export function openChoices(seed: number): Choices {
  let state = seed
  function below(limit: number): number {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit
  }
  return { below, oneOf: (list) => list[below(list.length)] as (typeof list)[number] }
}

const names = ['a', 'b', 'ab'] as const
const patterns = ['^a', 'b$', '^[ab]+$', '^a?$', ''] as const
const types = ['object', 'array', 'string', 'number', 'integer', 'boolean', 'null'] as const

/** A message over the few names, numbers and words that {@link randomSchema} speaks of. */
export function randomMessage(choices: Choices, depth = 3): Json {
  const kind = choices.below(depth === 0 ? 4 : 7)
  if (kind === 0) return choices.oneOf([null, true, false])
  if (kind === 1) return choices.oneOf([-1, 0, 0.5, 1, 1.5, 2, 3, 4, 6])
  if (kind < 4) return choices.oneOf(['', 'a', 'b', 'ab', 'ba', 'aab', '\u{1f600}'])
  if (kind === 4) return several(choices, () => randomMessage(choices, depth - 1))
  return Object.fromEntries(several(choices, () => [choices.oneOf(names), randomMessage(choices, depth - 1)]))
}

/** A small schema (draft 2020-12) whose keywords meet often. */
export function randomSchema(choices: Choices, depth = 3): Json {
  if (choices.below(12) === 0) return choices.oneOf([true, false, {}])
  const keywords = several(choices, () => randomKeyword(choices, depth))
  const typed = choices.below(3) > 0 ? [['type', randomType(choices)] as const] : []
  return Object.fromEntries([...typed, ...keywords])
}

function randomType(choices: Choices): Json {
  return choices.below(3) > 0
    ? choices.oneOf(types)
    : [...new Set(several(choices, () => choices.oneOf(types), 1))]
}

function randomKeyword(choices: Choices, depth: number): readonly [string, Json] {
  const make = choices.oneOf(depth === 0 ? leaves : [...leaves, ...applicators])
  return make(choices, () => randomSchema(choices, depth - 1))
}

type MakeKeyword = (choices: Choices, inner: () => Json) => readonly [string, Json]

const leaves: readonly MakeKeyword[] = [
  (choices) => [choices.oneOf(['minimum', 'exclusiveMinimum']), choices.oneOf([-1, 0, 1, 1.5])],
  (choices) => [choices.oneOf(['maximum', 'exclusiveMaximum']), choices.oneOf([0, 1.5, 2, 4])],
  (choices) => ['multipleOf', choices.oneOf([0.5, 1, 1.5, 2, 3])],
  (choices) => [choices.oneOf(['minLength', 'minItems', 'minProperties']), choices.below(3)],
  (choices) => [choices.oneOf(['maxLength', 'maxItems', 'maxProperties']), choices.below(4)],
  (choices) => ['pattern', choices.oneOf(patterns)],
  (choices) => ['required', [...new Set(several(choices, () => choices.oneOf(names)))]],
  (choices) => ['uniqueItems', choices.below(2) === 0],
  (choices) => ['const', randomMessage(choices, 1)],
  (choices) => ['enum', several(choices, () => randomMessage(choices, 1), 1)],
  (choices) => ['dependentRequired', { [choices.oneOf(names)]: [choices.oneOf(names)] }],
]

const applicators: readonly MakeKeyword[] = [
  propertiesOf,
  propertiesOf,
  (choices, inner) => ['patternProperties', { [choices.oneOf(patterns)]: inner() }],
  (choices, inner) => ['dependentSchemas', { [choices.oneOf(names)]: inner() }],
  (choices, inner) => [
    choices.oneOf(['additionalProperties', 'propertyNames', 'unevaluatedProperties']),
    inner(),
  ],
  (choices, inner) => [choices.oneOf(['items', 'contains', 'unevaluatedItems']), inner()],
  (choices, inner) => ['prefixItems', several(choices, inner, 1)],
  (choices, inner) => [choices.oneOf(['allOf', 'anyOf', 'oneOf']), several(choices, inner, 1)],
  (choices, inner) => [choices.oneOf(['not', 'if', 'then', 'else']), inner()],
]

function propertiesOf(choices: Choices, inner: () => Json): readonly [string, Json] {
  return [
    'properties',
    Object.fromEntries(several(choices, () => [choices.oneOf(names), inner()] as const, 1)),
  ]
}

function several<T>(choices: Choices, make: () => T, least = 0): T[] {
  return Array.from({ length: least + choices.below(3) }, make)
}
