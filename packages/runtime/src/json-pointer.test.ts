import { describe, expect, it } from 'vitest'

import { pointerToken, pointerTokens, setValueAt, valueAt } from './json-pointer.ts'

describe('valueAt', () => {
  // The document and the pointers are those of RFC 6901, section 5.
  const document = { foo: ['bar', 'baz'], '': 0, 'a/b': 1, 'm~n': 8, ' ': 7 }
  it.each([
    ['', document],
    ['/foo', ['bar', 'baz']],
    ['/foo/0', 'bar'],
    ['/', 0],
    ['/a~1b', 1],
    ['/m~0n', 8],
    ['/ ', 7],
    ['/foo/2', undefined],
    ['/foo/length', undefined],
    ['/missing/deeper', undefined],
    ['/foo/0/deeper', undefined],
  ])('resolves %j', (pointer, value) => {
    expect(valueAt(document, pointer)).toEqual(value)
  })

  it.each(['/__proto__', '/constructor', '/constructor/prototype', '/toString'])(
    'finds nothing at %s',
    (pointer) => {
      expect(valueAt({}, pointer)).toBeUndefined()
    },
  )
})

describe('setValueAt', () => {
  it('makes the objects on the way', () => {
    const document = { metadata: { version: '1.0.0' } }
    setValueAt(document, '/metadata/user_id', 'usr_1')
    setValueAt(document, '/a~1b/c', true)
    expect(document).toEqual({ metadata: { version: '1.0.0', user_id: 'usr_1' }, 'a/b': { c: true } })
  })

  it.each(['/__proto__/polluted', '/constructor/prototype/polluted'])(
    'changes no prototype through %s',
    (pointer) => {
      const document = {}
      setValueAt(document, pointer, 'yes')
      expect(Object.getPrototypeOf(document)).toBe(Object.prototype)
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
      expect(valueAt(JSON.parse(JSON.stringify(document)), pointer)).toBe('yes')
    },
  )
})

it('reads back a token that it escaped', () => {
  expect(pointerTokens(`/${pointerToken('a/b~1')}`)).toEqual(['a/b~1'])
})
