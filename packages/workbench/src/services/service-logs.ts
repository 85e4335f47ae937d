import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'

import { stateFolder } from './folders.ts'
import { progressOf } from './progress.ts'
import type { Steps } from './run-step.ts'
import type { ServiceName } from './service-name.ts'

/** The file for a server that is about to start; the log of the run before it is kept beside it. */
export function newServerLog(name: ServiceName): string {
  const file = join(logFolder(), `${name}.log`)
  if (existsSync(file)) renameSync(file, join(logFolder(), `${name}.previous.log`))
  return file
}

/** Where a service's installation, containers and data folder report. */
export function stepsOf(name: ServiceName): Steps {
  return { log: join(logFolder(), `${name}-install.log`), progress: progressOf(name) }
}

function logFolder(): string {
  const folder = join(stateFolder(), 'logs')
  mkdirSync(folder, { recursive: true })
  return folder
}
