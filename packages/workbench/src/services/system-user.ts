import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The numbers that `spawn` and `chown` want. */
export interface SystemUser {
  readonly uid: number
  readonly gid: number
}

/** Looks a user up in the passwd(5) file of a system whose root folder is `root`. */
export function systemUser(name: string, root = '/'): SystemUser | undefined {
  const lines = readFileSync(join(root, 'etc/passwd'), 'utf8').split('\n')
  const fields = lines.map((line) => line.split(':')).find(([user]) => user === name)
  return fields === undefined ? undefined : { uid: Number(fields[2]), gid: Number(fields[3]) }
}

export function isRoot(): boolean {
  return process.getuid?.() === 0
}
