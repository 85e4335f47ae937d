import { kill } from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'

import { isRunning, type ServerProcess } from './server-process.ts'
import { ServiceError } from './service-error.ts'

/**
 * Ends a process that we started: first by its own stop signal, after `patience` milliseconds by SIGKILL.
 * Does nothing where it has ended already, even if another process has its id by now.
 */
export async function stopProcess(server: ServerProcess, patience = 30_000): Promise<void> {
  if (await endsBy(server, server.stopSignal, patience)) return
  if (await endsBy(server, 'SIGKILL', 5_000)) return
  throw new ServiceError(
    `${server.program} (process ${server.pid}) survives SIGKILL; it may hang in the kernel.`,
  )
}

async function endsBy(server: ServerProcess, signal: NodeJS.Signals, patience: number): Promise<boolean> {
  const deadline = Date.now() + patience
  if (isRunning(server)) kill(server.pid, signal)
  while (isRunning(server)) {
    if (Date.now() > deadline) return false
    await sleep(50)
  }
  return true
}
