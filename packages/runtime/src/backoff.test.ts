import { expect, it } from 'vitest'

import { backoffDelay } from './backoff.ts'

const policy = { prefetch: 10, attempts: 5, delay: 1000, multiplier: 2, maxDelay: 5000 }

it('doubles the wait up to the longest one', () => {
  expect([1, 2, 3, 4].map((attempt) => backoffDelay(policy, attempt))).toEqual([1000, 2000, 4000, 5000])
})

it('takes the longest wait beyond the attempts', () => {
  expect(backoffDelay(policy, 5)).toBe(5000)
  expect(backoffDelay(policy, 5000)).toBe(5000)
})

it('never asks for more than a timer takes', () => {
  expect(backoffDelay({ ...policy, maxDelay: Infinity }, 5000)).toBe(2 ** 31 - 1)
})
