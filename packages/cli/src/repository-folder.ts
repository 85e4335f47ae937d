import { spawnSync } from 'node:child_process'

/** Where a folder is in its git repository, `services/contracts`; empty at the root of one and outside of any. */
export function repositoryFolder(root: string): string {
  const { status, stdout } = spawnSync('git', ['rev-parse', '--show-prefix'], { cwd: root, encoding: 'utf8' })
  return status === 0 ? stdout.replace(/\/?\n$/, '') : ''
}
