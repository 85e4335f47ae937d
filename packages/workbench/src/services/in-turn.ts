import { join } from 'node:path'

import { stateFolder } from './folders.ts'
import { withLock } from './lock.ts'

/** Does `work`, which changes what runs or what is remembered of it, while no other command of this clone does. */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const onWait = () => process.stderr.write('Waiting for another `services` command of this clone to end.\n')
  return withLock(join(stateFolder(), 'lock'), onWait, work)
}
