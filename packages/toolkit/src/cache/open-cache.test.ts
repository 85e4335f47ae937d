import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openCache } from './open-cache.ts'

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'concordat-cache-'))

describe('openCache', () => {
  it('gives back in a later process what was set and flushed', () => {
    const folder = newFolder()
    const first = openCache(folder, '1')
    first.set('parsed', 'a', 'x')
    first.flush()
    expect(openCache(folder, '1').get('parsed', 'a')).toBe('x')
  })

  it('hides what another version of the code wrote', () => {
    const folder = newFolder()
    const first = openCache(folder, '1')
    first.set('parsed', 'a', 'x')
    first.flush()
    expect(openCache(folder, '2').get('parsed', 'a')).toBeUndefined()
  })

  it('drops entries that a whole run did not use', () => {
    const folder = newFolder()
    const first = openCache(folder, '1')
    first.set('parsed', 'a', 'x')
    first.set('parsed', 'b', 'y')
    first.flush()
    const second = openCache(folder, '1')
    second.get('parsed', 'b')
    second.flush()
    const third = openCache(folder, '1')
    expect([third.get('parsed', 'a'), third.get('parsed', 'b')]).toEqual([undefined, 'y'])
  })

  it.each(['', '{', '[]', 'null', '{"version":"1","entries":{"a":{}}}', '{"version":"1"}'])(
    'takes a damaged file %j for an empty one',
    (content) => {
      const folder = newFolder()
      writeFileSync(join(folder, 'parsed.json'), content)
      expect(openCache(folder, '1').get('parsed', 'a')).toBeUndefined()
    },
  )

  it('goes on where its folder cannot be written', () => {
    const file = join(newFolder(), 'file')
    writeFileSync(file, '')
    const cache = openCache(join(file, 'below'), '1')
    cache.set('parsed', 'a', 'x')
    expect(() => cache.flush()).not.toThrow()
    expect(cache.get('parsed', 'a')).toBe('x')
  })

  it('leaves no temporary file behind', () => {
    const folder = newFolder()
    const cache = openCache(folder, '1')
    cache.set('parsed', 'a', 'x')
    cache.flush()
    expect(readdirSync(folder)).toEqual(['parsed.json'])
  })

  it('keeps a key called __proto__ as plain data', () => {
    const folder = newFolder()
    const cache = openCache(folder, '1')
    cache.set('parsed', '__proto__', 'x')
    cache.flush()
    expect(openCache(folder, '1').get('parsed', '__proto__')).toBe('x')
  })
})
