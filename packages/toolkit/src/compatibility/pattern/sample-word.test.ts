import { expect, it } from 'vitest'
import { sampleWord } from './sample-word.ts'

it.each([
  ['^[A-Z]{3}$', 'AAA'],
  ['^SKU-\\d+$', 'SKU-0'],
  ['^(?:b|c)?x*[^a]$', 'A'],
  ['^\\p{Lu}\\.(a|b)$', 'A.a'],
])('follows %s to %j', (pattern, word) => {
  expect(sampleWord(pattern)).toBe(word)
  expect(word).toMatch(new RegExp(pattern, 'u'))
})

it.each(['(', 'a{1000}', '(a)\\1'])('has nothing to say of %s', (pattern) => {
  expect(sampleWord(pattern)).toBeUndefined()
})
