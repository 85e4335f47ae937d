import { describe, expect, it } from 'vitest'
import type { Json } from '../model/catalog.ts'
import { decideInclusion } from './decide-inclusion.ts'
import { evaluate } from './evaluate/evaluate.ts'
import { openSchema } from './graph/open-schema.ts'
import { type Choices, openChoices, randomMessage, randomSchema } from './testing/random-schemas.ts'

/** Another run: CONCORDAT_SEED=7 CONCORDAT_PAIRS=10000 vitest run … */
const firstSeed = Number(process.env['CONCORDAT_SEED'] ?? 1)
const pairs = Number(process.env['CONCORDAT_PAIRS'] ?? 400)
const seeds = Array.from({ length: pairs }, (_, index) => firstSeed * 1_000_003 + index)

describe(`random schemas, seeds ${seeds[0]} to ${seeds.at(-1)}`, () => {
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
})

/** The seed and the pair, when a verdict is wrong. */
function contradictions(seed: number): Json[] {
  const choices = openChoices(seed)
  const [a, b] = [randomSchema(choices), randomSchema(choices)]
  const wide = choices.below(2) === 0 ? b : { anyOf: [a, b] }
  const verdict = decideInclusion(a, wide)
  const isWrong =
    verdict.kind === 'excluded'
      ? !separates(a, wide, verdict.witness)
      : verdict.kind === 'included' && messages(choices).some((message) => separates(a, wide, message))
  return isWrong ? [{ seed, a, b: wide, verdict: verdict.kind }] : []
}

function messages(choices: Choices): Json[] {
  return Array.from({ length: 60 }, () => randomMessage(choices))
}

function separates(a: Json, b: Json, message: Json): boolean {
  return evaluate(openSchema(a), message) && !evaluate(openSchema(b), message)
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
