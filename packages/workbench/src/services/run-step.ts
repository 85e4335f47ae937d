import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, closeSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'

import { logTail } from './log-tail.ts'
import { type Progress, whileTelling } from './progress.ts'
import { ServiceError } from './service-error.ts'
import type { SystemUser } from './system-user.ts'

/** Where the steps of an installation go: their output to `log`, a line each to `progress`. */
export interface Steps {
  readonly log: string
  readonly progress: Progress
}

export interface Step {
  /** What is being done, as in "installing RabbitMQ". */
  readonly what: string
  readonly command: string
  readonly arguments: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
  readonly user?: SystemUser | undefined
}

/** Runs one command of an installation to its end. Throws a `ServiceError` with the end of the log where it fails. */
export async function runStep(steps: Steps, step: Step): Promise<void> {
  const line = [step.command, ...step.arguments].join(' ')
  steps.progress(step.what)
  mkdirSync(dirname(steps.log), { recursive: true })
  appendFileSync(steps.log, `$ ${line}\n`)
  const ending = await whileTelling(steps.progress, step.what, runToEnd(steps.log, step))
  if (ending !== 0) throw new ServiceError(`${line}\n  ended with ${ending}\n${logTail(steps.log)}`)
}

/** The exit code, or the signal, or why the command could not be started. */
async function runToEnd(log: string, step: Step): Promise<number | string> {
  const output = openSync(log, 'a')
  // A group of its own, so that the command ends with everything that it has started when this process is interrupted.
  const child = spawn(step.command, step.arguments, {
    detached: true,
    stdio: ['ignore', output, output],
    env: { ...process.env, ...step.environment },
    ...step.user,
  })
  const endGroup = () => child.pid !== undefined && process.kill(-child.pid, 'SIGTERM')
  process.once('exit', endGroup)
  try {
    const [code, signal] = (await once(child, 'exit')) as [number | null, string | null]
    return code ?? `${signal}`
  } catch (error) {
    return (error as Error).message
  } finally {
    process.off('exit', endGroup)
    closeSync(output)
  }
}
