import { expect, it } from 'vitest'

import { headersAsText } from './headers.ts'

it('reads values of every type as text', () => {
  expect(
    headersAsText({
      text: 'a',
      empty: '',
      number: 1.5,
      boolean: false,
      bytes: Buffer.from('клієнт'),
      none: null,
      'x-death': [{ queue: 'orders', count: 2 }],
    }),
  ).toEqual({
    text: 'a',
    empty: '',
    number: '1.5',
    boolean: 'false',
    bytes: 'клієнт',
    'x-death': '[{"queue":"orders","count":2}]',
  })
})

it('takes __proto__ and constructor for names like any other', () => {
  const headers = headersAsText(JSON.parse('{"__proto__":"a","constructor":"b"}'))
  expect(Object.entries(headers)).toEqual([
    ['__proto__', 'a'],
    ['constructor', 'b'],
  ])
  expect(Object.getPrototypeOf(headers)).toBe(Object.prototype)
})

it('has no headers where there are none', () => {
  expect(headersAsText(undefined)).toEqual({})
})
