import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { stateFolder } from './folders.ts'
import type { ServerProcess } from './server-process.ts'
import { ServiceError } from './service-error.ts'
import type { ServiceName } from './service-name.ts'

/** What is remembered of a service that `up` started, whether or not it still runs. */
export interface ServiceState {
  readonly provider: 'compose' | 'native'
  readonly url: string
  /** What runs and where it is from, as in "RabbitMQ 4.3.6 (Debian forky in a chroot)". */
  readonly description: string
  readonly ports: Readonly<Record<string, number>>
  /** The password that the server's data folder was made with. */
  readonly password: string
  /** In the order in which they were started; empty for a container. */
  readonly processes: readonly ServerProcess[]
  readonly log: string
}

export type ServicesState = Partial<Record<ServiceName, ServiceState>>

/** The version of the file's shape: a file that an older version of these scripts wrote is refused, not guessed at. */
const format = 1

function stateFile(folder: string = stateFolder()): string {
  return join(folder, 'state.json')
}

/** Reads what `up` left behind; nothing where it has never run. Throws a `ServiceError` where the file is damaged. */
export function readState(file: string = stateFile()): ServicesState {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {}
    throw error
  }
  const state = parse(text)
  if (state?.format === format && state.services !== undefined) return state.services
  throw new ServiceError(
    `${file} is not a state file of this version. Stop the servers it names, if any runs, and delete it.`,
  )
}

/**
 * Remembers a service, or forgets it. The file is replaced in one step, so a reader never sees half of it; two writers
 * at once must take turns (`withLock`). It holds passwords: only its owner may read it.
 */
export function updateState(
  name: ServiceName,
  state: ServiceState | undefined,
  file: string = stateFile(),
): void {
  const services: ServicesState = { ...readState(file) }
  if (state === undefined) delete services[name]
  else services[name] = state
  mkdirSync(dirname(file), { recursive: true })
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, `${JSON.stringify({ format, services }, undefined, 2)}\n`, { mode: 0o600 })
  renameSync(draft, file)
}

function parse(text: string): { format?: unknown; services?: ServicesState } | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}
