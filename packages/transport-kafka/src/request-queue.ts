import { createRequire } from 'node:module'

/** What is used of kafkajs' RequestQueue, one of which stands before each connection. */
interface RequestQueue {
  readonly pending: readonly unknown[]
  /** Milliseconds since the epoch until which the broker has asked for quiet, or -1. */
  readonly throttledUntil: number
  throttleCheckTimeoutId: NodeJS.Timeout | null
  checkPendingRequests(): void
  scheduleCheckPendingRequests(): void
}

const CHECK_INTERVAL_MS = 10

/**
 * Replaces one method of kafkajs 2.2.4. Where nobody waits, its own counts from -1 to now, asks for a timer of about minus
 * fifty years, which Node 24 answers with a TimeoutNegativeWarning and one millisecond, and starts over when it fires: a
 * thousand timers a second for each idle connection. Doing it again does nothing.
 */
export function repairRequestQueue(): void {
  const require = createRequire(import.meta.url)
  const { prototype } = require('kafkajs/src/network/requestQueue') as { readonly prototype: RequestQueue }
  prototype.scheduleCheckPendingRequests = scheduleCheckPendingRequests
}

/** Looks after the requests that wait, as long as there are any; whoever adds one calls this. */
function scheduleCheckPendingRequests(this: RequestQueue): void {
  if (this.pending.length === 0 || this.throttleCheckTimeoutId !== null) return
  const wait = Math.max(this.throttledUntil - Date.now(), CHECK_INTERVAL_MS)
  this.throttleCheckTimeoutId = setTimeout(() => {
    this.throttleCheckTimeoutId = null
    this.checkPendingRequests()
  }, wait)
}
