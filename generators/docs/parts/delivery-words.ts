import type { Delivery } from '@concordat/toolkit/model'

/** What happens to a message that a consumer fails to handle: `4 attempts, after 1 s, 2 s and 4 s; …`. */
export function deliveryWords({
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
  const retries =
    waits.length === 0
      ? 'One attempt, no retry'
      : `${attempts} attempts, the next after ${listed(waits.map(duration))}`
  const ending = deadLetterTopic === undefined ? '' : `, then to ${deadLetterTopic}`
  return `${retries}${ending}; ${prefetch} at a time${stated ? '' : ' (the default policy)'}`
}

/** `250 ms`, `1.5 s`, `2 min`. */
function duration(milliseconds: number): string {
  if (milliseconds < 1000) return `${milliseconds} ms`
  if (milliseconds < 60_000) return `${round(milliseconds / 1000)} s`
  return `${round(milliseconds / 60_000)} min`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

function listed(words: readonly string[]): string {
  const shown = words.length > 4 ? [...words.slice(0, 3), '…', words.at(-1)] : words
  return shown.join(', ')
}
