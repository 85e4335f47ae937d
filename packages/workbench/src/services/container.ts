import { composeDown, composeUp } from './compose.ts'
import { freePorts } from './free-ports.ts'
import { newPassword } from './new-password.ts'
import type { Service } from './service.ts'
import { stepsOf } from './service-logs.ts'
import { serviceTitles } from './service-name.ts'
import { type ServiceState, updateState } from './state-file.ts'
import { waitUntilReady } from './wait-until-ready.ts'

/** Starts a server as a container of compose.yaml, on a free port of this machine. */
export async function startContainer(service: Service): Promise<ServiceState> {
  const steps = stepsOf(service.name)
  const [port = 0] = await freePorts(1)
  const password = newPassword()
  const state: ServiceState = {
    provider: 'compose',
    url: service.url(port, password),
    description: `${serviceTitles[service.name]} (Docker Compose)`,
    ports: { [service.portNames[0]]: port },
    password,
    processes: [],
    log: steps.log,
  }
  updateState(service.name, state)
  try {
    await composeUp(steps, service.name, port, password)
    await waitUntilReady(service, state)
    return state
  } catch (error) {
    // Whatever keeps the container from being removed, the first failure is the one to tell of.
    await composeDown(steps, service.name).catch(() => undefined)
    updateState(service.name, undefined)
    throw error
  }
}
