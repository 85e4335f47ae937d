import { composeDown } from './compose.ts'
import { inTurn } from './in-turn.ts'
import { removeData, stopProcesses } from './native-server.ts'
import { progressOf } from './progress.ts'
import { stepsOf } from './service-logs.ts'
import type { ServiceName } from './service-name.ts'
import { readState, type ServiceState, updateState } from './state-file.ts'

/** Stops what `up` started of these services and removes its data; the logs stay. A server of the user's own is left alone. */
export async function down(names: readonly ServiceName[]): Promise<void> {
  await inTurn(async () => {
    const state = readState()
    await Promise.all(
      names.map(async (name) => {
        const running = state[name]
        if (running === undefined) return progressOf(name)('nothing to stop')
        await stopService(name, running)
        progressOf(name)(`stopped (log: ${running.log})`)
      }),
    )
  })
}

export async function stopService(name: ServiceName, state: ServiceState): Promise<void> {
  if (state.provider === 'compose') await composeDown(stepsOf(name), name)
  else await stopProcesses(state.processes)
  removeData(name)
  updateState(name, undefined)
}
