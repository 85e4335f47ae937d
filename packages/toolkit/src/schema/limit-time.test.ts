import { expect, test } from 'vitest'
import { limitTime } from './limit-time.ts'

test('returns what the function returns', () => {
  expect(limitTime(() => 42, 1_000)).toBe(42)
})

test('stops a regular expression that backtracks without end', () => {
  const text = `${'a'.repeat(60)}!`
  expect(limitTime(() => /^(a+)+$/.test(text), 50)).toBe('timeout')
})

test('passes errors on', () => {
  expect(() =>
    limitTime(() => {
      throw new Error('no')
    }, 1_000),
  ).toThrow('no')
})
