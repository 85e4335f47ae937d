import { setTimeout as sleep } from 'node:timers/promises'

import { logTail } from './log-tail.ts'
import { isRunning, type ServerProcess } from './server-process.ts'
import type { Service } from './service.ts'
import { ServiceError } from './service-error.ts'

export interface Starting {
  readonly url: string
  readonly processes: readonly ServerProcess[]
  readonly log: string
}

/**
 * Asks the server until it answers, and resolves to its version. Throws a `ServiceError` with the end of its log when
 * one of its processes has ended (what answers is then somebody else's) or `patience` milliseconds are over.
 */
export async function waitUntilReady(
  service: Service,
  starting: Starting,
  patience = 90_000,
): Promise<string | undefined> {
  const deadline = Date.now() + patience
  for (;;) {
    const answer = await service.ask(starting.url).catch((error: Error) => error)
    const ended = starting.processes.find((server) => !isRunning(server))
    if (ended !== undefined) {
      throw failure(starting, `${ended.program} (process ${ended.pid}) ended while it was starting`)
    }
    if (!(answer instanceof Error)) return answer
    if (Date.now() > deadline) {
      throw failure(starting, `it does not answer after ${patience / 1000} s: ${answer.message}`)
    }
    await sleep(200)
  }
}

function failure({ log }: Starting, why: string): ServiceError {
  return new ServiceError(`${why}\n${logTail(log)}`)
}
