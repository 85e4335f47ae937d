import { spawnSync } from 'node:child_process'
import { openBaseRevision } from '@concordat/toolkit/lint'
import type { BaseRevision } from '@concordat/toolkit/lint'

/** Where a branch is compared with when nobody says: in this order, the first that exists. */
const MAIN_BRANCHES = ['origin/HEAD', 'origin/main', 'origin/master', 'main', 'master']

/**
 * The revision to compare with: the one that was named, else where HEAD left the main branch (on it: HEAD itself, so
 * that what is not committed yet is compared). Undefined outside a git repository, where nothing was named.
 *
 * @throws ContractError `bad-revision` where the named revision does not exist
 */
export function openBase(root: string, named: string | undefined): BaseRevision | undefined {
  const revision = named ?? defaultBase(root)
  return revision === undefined ? undefined : openBaseRevision(root, revision)
}

function defaultBase(root: string): string | undefined {
  const target = process.env['GITHUB_BASE_REF']
  const branches = target ? [`origin/${target}`, ...MAIN_BRANCHES] : MAIN_BRANCHES
  for (const branch of branches) {
    const found = spawnSync('git', ['merge-base', 'HEAD', branch], { cwd: root, encoding: 'utf8' })
    if (found.status === 0) return found.stdout.trim()
  }
  return (
    spawnSync('git', ['rev-parse', '--verify', '--quiet', 'HEAD'], {
      cwd: root,
      encoding: 'utf8',
    }).stdout?.trim() || undefined
  )
}
