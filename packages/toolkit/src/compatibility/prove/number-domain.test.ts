import { describe, expect, it } from 'vitest'
import { numberDomain } from './number-domain.ts'

describe('numberDomain', () => {
  it('lists the multiples between two bounds', () => {
    const atoms = [
      { kind: 'least', value: 0.1, isStrict: true },
      { kind: 'most', value: 0.5, isStrict: false },
      { kind: 'multiple', of: 0.1, holds: true },
    ] as const
    expect(numberDomain(atoms)).toEqual([0.2, 0.3, 0.4, 0.5])
  })

  it('finds no multiple that is not a multiple of a divisor', () => {
    const atoms = [
      { kind: 'multiple', of: 6, holds: true },
      { kind: 'multiple', of: 1.5, holds: false },
    ] as const
    expect(numberDomain(atoms)).toEqual([])
  })

  it('does not list a decimal that is no double', () => {
    const atoms = [
      { kind: 'least', value: 9007199254740992, isStrict: true },
      { kind: 'most', value: 9007199254740994, isStrict: true },
      { kind: 'multiple', of: 1, holds: true },
    ] as const
    expect(numberDomain(atoms)).toBe('many')
  })
})
