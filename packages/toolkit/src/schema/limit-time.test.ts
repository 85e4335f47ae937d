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

test('runs a function again that had no time on the processor', () => {
  let runs = 0
  const wait = new Int32Array(new SharedArrayBuffer(4))
  const run = (): number => {
    runs += 1
    if (runs === 1) Atomics.wait(wait, 0, 0, 400)
    return runs
  }
  expect(limitTime(run, 200)).toBe(2)
})
