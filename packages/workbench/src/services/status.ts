import { isRunning } from './server-process.ts'
import { type ServiceName, serviceVariables } from './service-name.ts'
import { services } from './services.ts'
import { readState, type ServiceState } from './state-file.ts'

export interface ServiceStatus {
  readonly name: ServiceName
  /** `up`: it answers. `failing`: it should, and does not. `down`: nobody asked for it. */
  readonly state: 'up' | 'failing' | 'down'
  /** What runs, or what is wrong. */
  readonly detail: string
  readonly url?: string
  readonly log?: string
  readonly processes?: readonly number[]
}

/** Asks each of these services whether it does its work. Changes nothing. */
export async function status(names: readonly ServiceName[]): Promise<ServiceStatus[]> {
  const remembered = readState()
  return Promise.all(
    names.map(async (name) => {
      const own = process.env[serviceVariables[name]]
      if (own) return statusOf(name, own, `the server that ${serviceVariables[name]} names`)
      const state = remembered[name]
      return state === undefined
        ? { name, state: 'down', detail: 'not started' }
        : statusOfStarted(name, state)
    }),
  )
}

async function statusOfStarted(name: ServiceName, started: ServiceState): Promise<ServiceStatus> {
  const processes = started.processes.map(({ pid }) => pid)
  const more = { log: started.log, ...(processes.length > 0 && { processes }) }
  const ended = started.processes.find((server) => !isRunning(server))
  if (ended !== undefined) {
    const detail = `${ended.program} (process ${ended.pid}) is gone without having been stopped`
    return { name, state: 'failing', detail, url: started.url, ...more }
  }
  return { ...(await statusOf(name, started.url, started.description)), ...more }
}

async function statusOf(name: ServiceName, url: string, description: string): Promise<ServiceStatus> {
  try {
    await services[name].ask(url)
    return { name, state: 'up', detail: description, url }
  } catch (error) {
    const detail = `${description} does not answer: ${(error as Error).message}`
    return { name, state: 'failing', detail, url }
  }
}
