import { describe, expect, it } from 'vitest'
import { compareSemver, parseSemver } from './semver.ts'

describe('compareSemver', () => {
  it('orders versions as section 11 of the specification does', () => {
    const ordered = [
      '1.0.0-alpha',
      '1.0.0-alpha.1',
      '1.0.0-alpha.beta',
      '1.0.0-beta',
      '1.0.0-beta.2',
      '1.0.0-beta.11',
      '1.0.0-rc.1',
      '1.0.0',
      '1.0.1',
      '1.2.0',
      '1.10.0',
      '2.0.0',
    ]
    expect(ordered.toReversed().toSorted(compareSemver)).toEqual(ordered)
  })

  it('takes versions that differ in build metadata for equal', () => {
    expect(compareSemver('1.0.0+a', '1.0.0+b')).toBe(0)
  })

  it('puts what is not a version before all versions', () => {
    expect(['1.0.0', 'latest', '0.0.1'].toSorted(compareSemver)).toEqual(['latest', '0.0.1', '1.0.0'])
  })
})

describe('parseSemver', () => {
  it.each([
    '1',
    '1.0',
    'v1.0.0',
    '01.0.0',
    '1.0.0-',
    '1.0.0-01',
    '1.0.0+',
    ' 1.0.0',
    `1.0.0-${'a'.repeat(300)}`,
  ])('refuses %j', (version) => {
    expect(parseSemver(version)).toBeUndefined()
  })

  it('reads all parts', () => {
    expect(parseSemver('1.20.3-rc.1.x-y+build.5')).toEqual({
      major: 1,
      minor: 20,
      patch: 3,
      prerelease: ['rc', '1', 'x-y'],
    })
  })
})
