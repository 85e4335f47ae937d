import { setTimeout } from 'node:timers/promises'

const PATIENCE_MS = 5000

/**
 * Disconnects a client of kafkajs. It waits for the answers to all its requests and is not told when a broker goes away in
 * the middle of that, so it is left to itself after some seconds.
 */
export async function disconnectQuietly(client: { disconnect(): Promise<void> }): Promise<void> {
  const disconnected = new AbortController()
  await Promise.race([
    client.disconnect().finally(() => disconnected.abort()),
    setTimeout(PATIENCE_MS, undefined, { signal: disconnected.signal }),
  ]).catch(() => undefined)
}
