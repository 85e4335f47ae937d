import { describe, expect, it } from 'vitest'
import { findRoundedNumber } from './find-rounded-number.ts'

describe('findRoundedNumber', () => {
  it.each([
    ['an integer that lies between two doubles', '{"a":[1,9007199254740993]}', '9007199254740993'],
    ['a decimal of too many digits', '[0.1000000000000000055]', '0.1000000000000000055'],
    ['a number that is too large', '1e400', '1e400'],
    ['a number that is too small', '[1e-400]', '1e-400'],
  ])('finds %s', (_, text, number) => {
    expect(findRoundedNumber(text)).toBe(number)
  })

  it.each([
    '[0.1, -1.50, 1e2, 100E-2, 0.0, -0, 1e308, 5e-324]',
    '9007199254740992',
    '123456789012345000000000',
    '["a\\\\","\\"9007199254740993\\""]',
    '{"id":"9007199254740993"}',
  ])('takes %s as it is', (text) => {
    expect(findRoundedNumber(text)).toBeUndefined()
  })

  it('looks into a text of any depth', () => {
    const nest = (number: string): string => '['.repeat(100_000) + number + ']'.repeat(100_000)
    expect(findRoundedNumber(nest('1e5'))).toBeUndefined()
    expect(findRoundedNumber(nest('1e500'))).toBe('1e500')
  })
})
