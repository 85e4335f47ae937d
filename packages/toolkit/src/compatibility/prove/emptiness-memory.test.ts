import { describe, expect, it } from 'vitest'
import { openMemory } from './emptiness-memory.ts'

describe('openMemory', () => {
  it('counts a set that is met inside its own proof as empty', () => {
    const memory = openMemory(10)
    const decideList = (): boolean => memory.decide('list', () => memory.decide('item', decideList))
    expect(decideList()).toBe(true)
  })

  it('forgets what relied on a set that turned out not to be empty', () => {
    const memory = openMemory(10)
    const decideItem = (): boolean => memory.decide('item', () => memory.decide('list', () => true))
    memory.decide('list', () => !decideItem())
    expect(memory.decide('item', () => false)).toBe(false)
  })

  it('does not use what is still being proved in a proof about the same value', () => {
    const memory = openMemory(10)
    let inside: boolean | undefined
    memory.decide('pair', () => {
      inside = memory.apart(() => memory.decide('pair', () => false))
      return true
    })
    expect(inside).toBe(false)
  })

  it('gives up on values that nest too deep', () => {
    const memory = openMemory(10)
    const descend = (depth: number): boolean => memory.decide(`${depth}`, () => descend(depth + 1))
    expect(() => descend(0)).toThrow('nests more than 10 values')
  })
})
