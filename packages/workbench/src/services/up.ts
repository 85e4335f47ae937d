import { composeAnswers } from './compose.ts'
import { startContainer } from './container.ts'
import { stopService } from './down.ts'
import { inTurn } from './in-turn.ts'
import { startNatively, stopProcesses } from './native-server.ts'
import { progressOf } from './progress.ts'
import { isRunning } from './server-process.ts'
import type { Service } from './service.ts'
import { ServiceError } from './service-error.ts'
import { type ServiceName, serviceTitles, serviceVariables } from './service-name.ts'
import { services } from './services.ts'
import { readState, type ServiceState } from './state-file.ts'
import { waitUntilReady } from './wait-until-ready.ts'

/** A server that answers. */
interface Available {
  readonly name: ServiceName
  readonly url: string
  /** Whether this call started it; otherwise it was running before. */
  readonly started: boolean
}

export interface UpResult {
  readonly available: readonly Available[]
  /** One for each service that could not be brought up, with a message for the user. */
  readonly failures: readonly ServiceError[]
}

/**
 * Brings these services up: the user's own where an environment variable names it, else what an earlier `up` started
 * and still answers, else Docker Compose, else this machine's own programs. Two calls at once take turns.
 */
export async function up(names: readonly ServiceName[]): Promise<UpResult> {
  return inTurn(async () => {
    const results = await Promise.all(names.map((name) => attempt(services[name])))
    return {
      available: results.filter((result) => !(result instanceof ServiceError)),
      failures: results.filter((result) => result instanceof ServiceError),
    }
  })
}

async function attempt(service: Service): Promise<Available | ServiceError> {
  try {
    return await bringUp(service)
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error
    return new ServiceError(`${serviceTitles[service.name]} is not up: ${error.message}`, { cause: error })
  }
}

async function bringUp(service: Service): Promise<Available> {
  const { name } = service
  const own = process.env[serviceVariables[name]]
  if (own) return useOwn(service, own)
  const previous = readState()[name]
  if (previous !== undefined && (await stillAnswers(service, previous))) {
    progressOf(name)(`${previous.description} is up already`)
    return { name, url: previous.url, started: false }
  }
  const start = Date.now()
  const state = await startAgain(service, previous)
  progressOf(name)(`${state.description} is up after ${((Date.now() - start) / 1000).toFixed(1)} s`)
  return { name, url: state.url, started: true }
}

async function useOwn(service: Service, url: string): Promise<Available> {
  const variable = serviceVariables[service.name]
  try {
    await service.ask(url)
  } catch (cause) {
    const why = `${variable} names a server that does not answer (${(cause as Error).message})`
    throw new ServiceError(`${why}. Correct the variable, or unset it to have a server started.`, { cause })
  }
  progressOf(service.name)(`the server that ${variable} names answers`)
  return { name: service.name, url, started: false }
}

/** Whether what an earlier `up` started does its work; one that is only just starting gets time to. */
async function stillAnswers(service: Service, previous: ServiceState): Promise<boolean> {
  const report = progressOf(service.name)
  const ended = previous.processes.find((server) => !isRunning(server))
  if (ended !== undefined) {
    report(`${ended.program} (process ${ended.pid}) is gone: starting it again`)
    return false
  }
  try {
    await waitUntilReady(service, previous, 20_000)
    return true
  } catch {
    report('it runs but does not answer: starting it again')
    return false
  }
}

async function startAgain(service: Service, previous: ServiceState | undefined): Promise<ServiceState> {
  const crashed = previous?.provider === 'native' ? previous : undefined
  if (crashed !== undefined) await stopProcesses(crashed.processes)
  else if (previous !== undefined) await stopService(service.name, previous)
  return composeAnswers() ? startContainer(service) : startNatively(service, crashed)
}
