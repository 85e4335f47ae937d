import { createHash } from 'node:crypto'
import { homedir } from 'node:os'
import { basename, join } from 'node:path'

import { repositoryRoot } from '../repository-root.ts'
import { isRoot } from './system-user.ts'

/** A name for this clone: two clones on one machine have their own servers. */
export const cloneName: string = `${basename(repositoryRoot)}-${hash(repositoryRoot).slice(0, 8)}`

/** Where downloaded server programs are kept; clones share it. XDG Base Directory Specification. */
export function cacheFolder(): string {
  return join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'concordat')
}

/**
 * Where this clone's servers keep their data, logs and `state.json`. Root's home is closed to the users that the
 * servers run as, so root's state goes where system services keep theirs.
 */
export function stateFolder(): string {
  const home = isRoot() ? '/var/lib' : join(homedir(), '.local', 'state')
  return join(process.env['XDG_STATE_HOME'] || home, 'concordat', cloneName)
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
