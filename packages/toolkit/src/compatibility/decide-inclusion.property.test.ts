import { describe, expect, it } from 'vitest'
import type { Json } from '../model/catalog.ts'
import { decideBothWays, decideInclusion } from './decide-inclusion.ts'
import { evaluate } from './evaluate/evaluate.ts'
import { openSchema } from './graph/open-schema.ts'
import { randomMutation } from './testing/random-mutation.ts'
import { type Choices, openChoices, randomMessage, randomSchema } from './testing/random-schemas.ts'

/** The same run again: CONCORDAT_SEED=7 npm run test:unit -- …; a longer one: CONCORDAT_PAIRS=100000. */
const firstSeed = Number(process.env['CONCORDAT_SEED'] ?? Date.now() % 1_000_000)
const pairs = Number(process.env['CONCORDAT_PAIRS'] ?? 10_000)
const seeds = Array.from({ length: pairs }, (_, index) => firstSeed * 1_000_003 + index)
const MESSAGES = 60

describe(`with CONCORDAT_SEED=${firstSeed}, ${pairs} random pairs of schemas`, () => {
  it('get no verdict that a message contradicts', () => {
    expect(seeds.flatMap((seed) => contradictions(seed))).toEqual([])
  }, 600_000)

  it('stay compatible with what is made wider, and with themselves', () => {
    const wrong = seeds.filter((seed) => {
      const choices = openChoices(seed)
      const schema = randomSchema(choices)
      return decideInclusion(schema, widened(choices, schema)).kind === 'excluded'
    })
    expect(wrong).toEqual([])
  }, 600_000)

  it('that came of a mutation get the verdict that follows from it', () => {
    const wrong = seeds.flatMap((seed) => {
      const { how, narrow, wide } = randomMutation(openChoices(seed))
      const { backward, forward } = decideBothWays(narrow, wide)
      const isRight = backward.kind === 'included' && forward.kind === 'excluded'
      return isRight ? [] : [{ seed, how, narrow, wide, backward: backward.kind, forward: forward.kind }]
    })
    expect(wrong).toEqual([])
  }, 600_000)
})

/** The seed and the pair, when a verdict is wrong. */
function contradictions(seed: number): Json[] {
  const choices = openChoices(seed)
  const [a, b] = [randomSchema(choices), randomSchema(choices)]
  const wide = choices.below(2) === 0 ? b : { anyOf: [a, b] }
  const { backward, forward } = decideBothWays(a, wide)
  const [from, to] = [openSchema(a), openSchema(wide)]
  const messages = Array.from({ length: MESSAGES }, () => randomMessage(choices))
  const wrong = [
    ...(isContradicted(backward, (message) => evaluate(from, message) && !evaluate(to, message), messages)
      ? ['backward']
      : []),
    ...(isContradicted(forward, (message) => evaluate(to, message) && !evaluate(from, message), messages)
      ? ['forward']
      : []),
  ]
  return wrong.length === 0 ? [] : [{ seed, a, b: wide, wrong }]
}

function isContradicted(
  verdict: ReturnType<typeof decideInclusion>,
  separates: (message: Json) => boolean,
  messages: readonly Json[],
): boolean {
  if (verdict.kind === 'excluded') return !separates(verdict.witness)
  return verdict.kind === 'included' && messages.some(separates)
}

function widened(choices: Choices, schema: Json): Json {
  return choices.oneOf<Json>([
    schema,
    { anyOf: [randomSchema(choices), schema] },
    { allOf: [{ anyOf: [schema, randomSchema(choices)] }, true] },
    { oneOf: [schema, { allOf: [randomSchema(choices), { not: schema }] }] },
    { not: { not: schema } },
    { not: { allOf: [{ not: schema }, randomSchema(choices)] } },
  ])
}
