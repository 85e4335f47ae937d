import { spawnSync } from 'node:child_process'
import { openBaseRevision } from '@concordat/toolkit/lint'
import type { BaseRevision } from '@concordat/toolkit/lint'

/** Where a branch is compared with when nobody says: in this order, the first that exists. */
const MAIN_BRANCHES = ['origin/HEAD', 'origin/main', 'origin/master', 'main', 'master']

/** What to compare with, or why there is nothing. */
export type Base =
  | { readonly revision: BaseRevision; readonly reason?: undefined }
  | { readonly revision?: undefined; readonly reason: string }

/**
 * The revision to compare with: the one that was named, else where HEAD left the main branch. On the main branch itself
 * it is HEAD as long as something is not committed yet, and the commit before HEAD after that, so that a push to the
 * main branch is looked at too.
 *
 * @throws ContractError `bad-revision` where the named revision does not exist
 */
export function openBase(root: string, named: string | undefined): Base {
  if (named !== undefined) return { revision: openBaseRevision(root, named) }
  const head = commitOf(root, 'HEAD')
  if (head === undefined) return { reason: 'there is no commit here' }
  const base = forkPoint(root, head) ?? (isChanged(root) ? head : commitOf(root, 'HEAD^'))
  if (base !== undefined) return { revision: openBaseRevision(root, base) }
  return ask(root, 'rev-parse', '--is-shallow-repository') === 'true'
    ? { reason: 'the clone is shallow, it needs fetch-depth 2 or more' }
    : { reason: 'HEAD is the first commit' }
}

/** Where HEAD left the main branch; undefined on the main branch and where there is none. */
function forkPoint(root: string, head: string): string | undefined {
  const target = process.env['GITHUB_BASE_REF']
  for (const branch of target ? [`origin/${target}`, ...MAIN_BRANCHES] : MAIN_BRANCHES) {
    const commit = ask(root, 'merge-base', 'HEAD', branch)
    if (commit !== undefined && commit !== head) return commit
  }
  return undefined
}

function commitOf(root: string, revision: string): string | undefined {
  return ask(root, 'rev-parse', '--verify', '--quiet', `${revision}^{commit}`)
}

function isChanged(root: string): boolean {
  return spawnSync('git', ['diff', '--quiet', 'HEAD', '--', '.'], { cwd: root }).status === 1
}

/** What git answers; undefined where it has no answer. */
function ask(root: string, ...question: readonly string[]): string | undefined {
  const { status, stdout } = spawnSync('git', question, { cwd: root, encoding: 'utf8' })
  return status === 0 ? stdout.trim() : undefined
}
