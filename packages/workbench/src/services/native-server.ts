import { rmSync } from 'node:fs'
import { join } from 'node:path'

import { stateFolder } from './folders.ts'
import { freePorts, isFree } from './free-ports.ts'
import { newPassword } from './new-password.ts'
import type { Steps } from './run-step.ts'
import type { ServerProcess } from './server-process.ts'
import type { Installation, Place, Service } from './service.ts'
import { newServerLog, stepsOf } from './service-logs.ts'
import { ServiceError } from './service-error.ts'
import { type ServiceName, serviceRemedies, serviceTitles } from './service-name.ts'
import { type ServiceState, updateState } from './state-file.ts'
import { stopProcess } from './stop-process.ts'
import { waitUntilReady } from './wait-until-ready.ts'

/**
 * Starts a server with this machine's own programs. `crashed` is an earlier run that nobody stopped: the new one takes
 * over its data, and those of its ports that are still free.
 */
export async function startNatively(
  service: Service,
  crashed: ServiceState | undefined,
): Promise<ServiceState> {
  const steps = stepsOf(service.name)
  const installation = await install(service, steps)
  const data = dataFolder(service.name)
  if (crashed === undefined) removeData(service.name)
  const password = crashed?.password ?? newPassword()
  let ports = await choosePorts(service, crashed?.ports)
  for (let tries = 1; ; tries += 1) {
    try {
      return await start(service, installation, { data, log: newServerLog(service.name), ports, password })
    } catch (error) {
      if (tries === 3 || (await areFree(ports))) throw error
      steps.progress('another program has taken its port: trying others')
      ports = await choosePorts(service)
    }
  }
}

/** Stops a server's processes, the last started first. */
export async function stopProcesses(processes: readonly ServerProcess[]): Promise<void> {
  for (const server of processes.toReversed()) await stopProcess(server)
}

export function removeData(name: ServiceName): void {
  rmSync(dataFolder(name), { recursive: true, force: true })
}

async function install(service: Service, steps: Steps): Promise<Installation> {
  try {
    return await service.install(steps)
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error
    throw new ServiceError(`it could not be installed: ${error.message}\n${serviceRemedies[service.name]}`, {
      cause: error,
    })
  }
}

async function start(service: Service, installation: Installation, place: Place): Promise<ServiceState> {
  const url = service.url(place.ports[service.portNames[0]] ?? 0, place.password)
  const { log, ports, password } = place
  const processes: ServerProcess[] = []
  const describe = (version = installation.version) =>
    `${[serviceTitles[service.name], version].filter(Boolean).join(' ')} (${installation.origin})`
  const state = { provider: 'native', url, description: describe(), ports, password, processes, log } as const
  try {
    await installation.start(place, (server) => {
      processes.push(server)
      updateState(service.name, state)
    })
    const ready = { ...state, description: describe(await waitUntilReady(service, state)) }
    updateState(service.name, ready)
    return ready
  } catch (error) {
    await stopProcesses(processes)
    updateState(service.name, undefined)
    throw error
  }
}

function dataFolder(name: ServiceName): string {
  return join(stateFolder(), name)
}

/** Free ports for a service: the earlier ones, so far as they are free. */
async function choosePorts(service: Service, earlier: Place['ports'] = {}): Promise<Place['ports']> {
  const fresh = await freePorts(service.portNames.length)
  const choices = service.portNames.map(async (name, index) => {
    const port = earlier[name]
    return [name, port !== undefined && (await isFree(port)) ? port : (fresh[index] ?? 0)] as const
  })
  return Object.fromEntries(await Promise.all(choices))
}

async function areFree(ports: Place['ports']): Promise<boolean> {
  return (await Promise.all(Object.values(ports).map(isFree))).every(Boolean)
}
