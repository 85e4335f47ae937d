import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync } from 'node:fs'

import { type ServerProcess, startTimeOf } from './server-process.ts'
import { ServiceError } from './service-error.ts'
import type { SystemUser } from './system-user.ts'

export interface ServerCommand {
  /** What to call the process in messages. */
  readonly program: string
  readonly command: string
  readonly arguments: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
  /** The file to which its output is appended. */
  readonly log: string
  /** Defaults to whoever runs this. */
  readonly user?: SystemUser | undefined
  readonly stopSignal?: ServerProcess['stopSignal']
}

/** Starts a server that outlives this process, in a session of its own, so that a Ctrl-C here does not reach it. */
export async function startProcess(server: ServerCommand): Promise<ServerProcess> {
  const log = openSync(server.log, 'a')
  try {
    const child = spawn(server.command, server.arguments, {
      detached: true,
      stdio: ['ignore', log, log],
      cwd: '/',
      env: { ...process.env, ...server.environment },
      ...server.user,
    })
    await once(child, 'spawn')
    child.unref()
    const pid = child.pid ?? 0
    const startedAt = startTimeOf(pid) ?? 'ended at once'
    return { program: server.program, pid, startedAt, stopSignal: server.stopSignal ?? 'SIGTERM' }
  } catch (cause) {
    throw new ServiceError(`${server.program} did not start: ${(cause as Error).message}`, { cause })
  } finally {
    closeSync(log)
  }
}
