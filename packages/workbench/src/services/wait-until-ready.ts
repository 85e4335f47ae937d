import { setTimeout as sleep } from 'node:timers/promises'

import { logTail } from './log-tail.ts'
import { isRunning, type ServerProcess } from './server-process.ts'
import type { Service } from './service.ts'
import { ServiceError } from './service-error.ts'
import { serviceTitles } from './service-name.ts'

export interface Starting {
  readonly url: string
  readonly processes: readonly ServerProcess[]
  readonly log: string
}

/**
 * Asks the server until it answers, and resolves to its version. Throws a `ServiceError` with the end of its log when
 * one of its processes has ended or `patience` milliseconds are over.
 */
export async function waitUntilReady(
  service: Service,
  starting: Starting,
  patience = 90_000,
): Promise<string | undefined> {
  const deadline = Date.now() + patience
  for (;;) {
    try {
      return await service.ask(starting.url)
    } catch (cause) {
      const ended = starting.processes.find((server) => !isRunning(server))
      if (ended === undefined && Date.now() < deadline) {
        await sleep(200)
        continue
      }
      const why =
        ended === undefined
          ? `does not answer after ${patience / 1000} s: ${(cause as Error).message}`
          : `stopped while it was starting (${ended.program}, process ${ended.pid})`
      throw new ServiceError(`${serviceTitles[service.name]} ${why}\n${logTail(starting.log)}`, { cause })
    }
  }
}
