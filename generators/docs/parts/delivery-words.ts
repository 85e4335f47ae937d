import type { Delivery, Operation } from '@concordat/toolkit/model'
import { duration } from '../pictures/delivery-text.ts'
import { hasTransport } from '../site/has-transport.ts'

/**
 * What happens to a message that a consumer fails to handle: `4 attempts, after 1 s, 2 s and 4 s; …`. What a contract does
 * not state is up to the generated consumer, where there can be one.
 */
export function deliveryWords({ delivery, channel }: Pick<Operation, 'delivery' | 'channel'>): string {
  return delivery.stated || hasTransport(channel) ? policyWords(delivery) : 'not stated'
}

function policyWords({
  attempts,
  delay,
  multiplier,
  maxDelay,
  prefetch,
  deadLetterTopic,
  stated,
}: Delivery): string {
  const waits = Array.from({ length: attempts - 1 }, (_, index) =>
    Math.min(delay * multiplier ** index, maxDelay),
  )
  const retries = waits.length === 0 ? 'One attempt, no retry' : `${attempts} attempts, ${pauses(waits)}`
  const ending = deadLetterTopic === undefined ? '' : `, then to ${deadLetterTopic}`
  return `${retries}${ending}; ${prefetch} at a time${stated ? '' : ' (the default policy)'}`
}

/** Pauses that are all alike are said once. */
function pauses(waits: readonly number[]): string {
  const [first = 0] = waits
  if (waits.length > 1 && waits.every((wait) => wait === first)) return `${duration(first)} apart`
  return `the next after ${listed(waits.map(duration))}`
}

function listed(words: readonly string[]): string {
  const shown = words.length > 4 ? [...words.slice(0, 3), '…', words.at(-1)] : words
  return shown.join(', ')
}
