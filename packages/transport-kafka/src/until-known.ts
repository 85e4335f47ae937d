import { setTimeout } from 'node:timers/promises'

import { isNamed } from './errors.ts'

const PROPAGATION_MS = 10_000
const POLL_MS = 50

/**
 * Repeats a request about topics that exist until the broker which is asked has heard of them and they have leaders. The
 * creation of a topic is the controller's word; the brokers follow one by one.
 *
 * @throws what the request throws, when that lasts longer than seconds or is something else
 */
export async function untilKnown<T>(request: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + PROPAGATION_MS
  for (;;) {
    try {
      return await request()
    } catch (error) {
      const isUnderway = isNamed(error, 'UNKNOWN_TOPIC_OR_PARTITION', 'LEADER_NOT_AVAILABLE')
      if (!isUnderway || Date.now() > deadline) throw error
      await setTimeout(POLL_MS)
    }
  }
}
