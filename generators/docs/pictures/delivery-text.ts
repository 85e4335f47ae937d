import type { Delivery } from '@concordat/toolkit/model'

/** How often a message is tried, and after which pauses: `4 attempts, 5 s apart`, `6 attempts, 1 s to 30 s apart`. */
export function deliveryText({ attempts, delay, multiplier, maxDelay }: Delivery): string {
  if (attempts <= 1) return '1 attempt'
  const [first = 0, last = 0] = [delay, delay * multiplier ** (attempts - 2)].map((pause) =>
    Math.min(pause, maxDelay),
  )
  const pauses = first === last ? duration(first) : `${duration(first)} to ${duration(last)}`
  return `${attempts} attempts, ${pauses} apart`
}

/** Milliseconds in the largest unit that keeps them whole. */
export function duration(milliseconds: number): string {
  const units = [
    ['d', 86_400_000],
    ['h', 3_600_000],
    ['min', 60_000],
    ['s', 1_000],
  ] as const
  const unit = units.find(([, size]) => milliseconds >= size && milliseconds % (size / 10) === 0)
  return unit === undefined ? `${milliseconds} ms` : `${milliseconds / unit[1]} ${unit[0]}`
}
