import { setTimeout } from 'node:timers/promises'

import type { DeliveryPolicy } from './contract.ts'

/** The longest time that a timer of Node takes, milliseconds; a longer one would fire at once. */
export const LONGEST_TIMER: number = 2 ** 31 - 1

/** Wait after the given number of failed attempts, milliseconds; beyond the policy's attempts always the longest. */
export function backoffDelay(policy: DeliveryPolicy, attempt: number): number {
  const delay = attempt < policy.attempts ? policy.delay * policy.multiplier ** (attempt - 1) : Infinity
  return Math.min(delay, policy.maxDelay, LONGEST_TIMER)
}

/** Waits; returns false where the signal cut it short. */
export async function wait(delay: number, signal: AbortSignal): Promise<boolean> {
  try {
    await setTimeout(delay, undefined, { signal })
    return true
  } catch {
    return false
  }
}

/** Waits for the signal. */
export async function aborted(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) await wait(LONGEST_TIMER, signal)
}
