import { formats } from '@concordat/formats'
import { describe, expect, it } from 'vitest'
import { openBudget } from '../budget.ts'
import { MIXED_SAMPLES, samplesOf } from '../witness/format-samples.ts'
import { formatLanguage, isFormatWithin } from './format-languages.ts'
import { openLanguages } from './open-languages.ts'

const names = Object.keys(formats)
const samples = [...new Set([...names.flatMap(samplesOf), ...MIXED_SAMPLES, ...names.flatMap(nearMisses)])]

/** Each sample with one character left out, doubled or changed. */
function nearMisses(format: string): readonly string[] {
  return samplesOf(format).flatMap((text) =>
    Array.from(text).flatMap((char, index) => [
      text.slice(0, index) + text.slice(index + 1),
      text.slice(0, index) + char + text.slice(index),
      `${text.slice(0, index)}9${text.slice(index + 1)}`,
    ]),
  )
}

function is(format: string, text: string): boolean {
  return formats[format]?.(text) === true
}

describe.each(names)('the format %s', (name) => {
  const languages = openLanguages(openBudget(20_000_000))
  const known = formatLanguage(name, languages)

  it('has samples, all of them valid', () => {
    expect(samplesOf(name).length).toBeGreaterThan(0)
    expect(samplesOf(name).filter((text) => !is(name, text))).toEqual([])
  })

  it('has a language that leaves none of its strings out', () => {
    const outside = known === undefined ? [] : samples.filter((text) => !languages.has(known.language, text))
    expect(outside.filter((text) => is(name, text))).toEqual([])
  })

  it('has a language that holds no other string, where it says so', () => {
    const inside =
      known?.isExact === true ? samples.filter((text) => languages.has(known.language, text)) : []
    expect(inside.filter((text) => !is(name, text))).toEqual([])
  })

  it('is within no format that refuses one of its strings', () => {
    const wider = names.filter((other) => isFormatWithin(name, other))
    const own = samples.filter((text) => is(name, text))
    expect(wider.filter((other) => own.some((text) => !is(other, text)))).toEqual([])
  })
})
