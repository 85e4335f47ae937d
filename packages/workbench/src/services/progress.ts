import { styleText } from 'node:util'

import type { ServiceName } from './service-name.ts'

/** Says what is being done for one service. */
export type Progress = (line: string) => void

/** Progress lines go to stderr, so that stdout holds only what a program may want to read. */
export function progressOf(service: ServiceName): Progress {
  const name = styleText('cyan', service.padEnd(10), { stream: process.stderr })
  return (line) => process.stderr.write(`${name}  ${line}\n`)
}

/** Waits for `work`, and every ten seconds says that `what` still goes on. */
export async function whileTelling<T>(progress: Progress, what: string, work: Promise<T>): Promise<T> {
  const start = Date.now()
  const timer = setInterval(() => {
    progress(`still ${what} (${Math.round((Date.now() - start) / 1000)} s)`)
  }, 10_000)
  try {
    return await work
  } finally {
    clearInterval(timer)
  }
}
