import { expect, it } from 'vitest'

import { headersAsText, headersWithContentType } from './headers.ts'

it('carries the content type as a header', () => {
  const sent = headersWithContentType({ ce_id: 'evt_1' }, 'application/json')
  expect(sent).toEqual({ ce_id: 'evt_1', 'content-type': 'application/json' })
  expect(headersAsText(sent)).toEqual({ headers: { ce_id: 'evt_1' }, contentType: 'application/json' })
})

it('reads bytes as UTF-8, and of several values the last', () => {
  const headers = {
    name: Buffer.from('клієнт'),
    twice: [Buffer.from('1'), Buffer.from('2')],
    empty: undefined,
  }
  expect(headersAsText(headers)).toEqual({ headers: { name: 'клієнт', twice: '2', empty: '' } })
})

it('takes __proto__ and constructor for names like any other', () => {
  // kafkajs adds what it finds under such a name in every object in front of the value.
  const { headers } = headersAsText({
    constructor: [Object as never, Buffer.from('b')],
    ['__proto__']: Buffer.from('a'),
  })
  expect(Object.entries(headers)).toEqual([
    ['constructor', 'b'],
    ['__proto__', 'a'],
  ])
  expect(Object.getPrototypeOf(headers)).toBe(Object.prototype)
})
