import { describe, expect, it } from 'vitest'
import { failureLines } from './failure-text.ts'

describe('a failure without a message says what the schema asks', () => {
  it.each([
    ['required', { missingProperty: 'tenant_id' }, '"tenant_id" is missing'],
    ['additionalProperties', { additionalProperty: 'extra' }, 'the schema does not have "extra"'],
    ['type', { type: 'string' }, 'must be string'],
    ['type', { type: ['string', 'null'] }, 'must be string or null'],
    ['format', { format: 'date-time' }, 'must be in the format "date-time"'],
    ['pattern', { pattern: '^[A-Z]{3}$' }, 'must match "^[A-Z]{3}$"'],
    ['const', { allowedValue: null }, 'must be null'],
    ['enum', { allowedValues: ['paid', 2] }, 'must be one of "paid", 2'],
    ['minimum', { comparison: '>=', limit: 0 }, 'must be >= 0'],
    ['maxLength', { limit: 3 }, 'the limit is 3'],
  ])('%s %o', (keyword, params, reason) => {
    expect(failureLines([{ instancePath: '/data', keyword, params }])).toBe(`  /data  ${keyword}: ${reason}`)
  })

  it('and nothing more where the keyword has no parameters', () => {
    expect(failureLines([{ instancePath: '', keyword: 'not', params: {} }])).toBe('  (root)  not')
  })

  it('but a message of its own comes first', () => {
    const failure = {
      instancePath: '',
      keyword: 'type',
      message: 'the data is missing',
      params: { type: 'object' },
    }
    expect(failureLines([failure])).toBe('  (root)  type: the data is missing')
  })
})
