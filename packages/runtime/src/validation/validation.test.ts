import { describe, expect, it } from 'vitest'

import { codePointLength, deepEqual } from './index.ts'

describe('codePointLength', () => {
  it.each([
    ['', 0],
    ['order', 5],
    ['замовлення', 10],
    ['🧾', 1],
    ['a🧾b🧾', 4],
    ['\ud83e', 1],
    ['\ud83e\ud83e', 2],
    ['\udd16\ud83e', 2],
  ])('counts %j as %d', (text, length) => {
    expect(codePointLength(text)).toBe(length)
  })
})

describe('deepEqual', () => {
  it.each([
    [1, 1],
    [null, null],
    [
      [1, { a: [] }],
      [1, { a: [] }],
    ],
    [
      { a: 1, b: 2 },
      { b: 2, a: 1 },
    ],
    [JSON.parse('{"__proto__": {"a": 1}}'), JSON.parse('{"__proto__": {"a": 1}}')],
  ])('holds for %j and %j', (left, right) => {
    expect(deepEqual(left, right)).toBe(true)
    expect(deepEqual(right, left)).toBe(true)
  })

  it.each([
    [1, '1'],
    [0, false],
    [null, {}],
    [[], {}],
    [
      [1, 2],
      [2, 1],
    ],
    [{ a: 1 }, { a: 1, b: undefined }],
    [{ toString: 1 }, { valueOf: 1 }],
    [JSON.parse('{"__proto__": {"a": 1}}'), {}],
  ])('does not hold for %j and %j', (left, right) => {
    expect(deepEqual(left, right)).toBe(false)
    expect(deepEqual(right, left)).toBe(false)
  })
})
