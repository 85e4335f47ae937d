import { spawnSync } from 'node:child_process'
import { parseSource } from '@concordat/toolkit/model'
import type { Config, SourceSpec } from '@concordat/toolkit/model'
import type { Workspace } from './workspace.ts'

/** Where a branch is compared with when nobody says: in this order, the first that exists. */
const MAIN_BRANCHES = ['origin/HEAD', 'origin/main', 'origin/master', 'main', 'master']

/** What to compare with, or why there is nothing. */
export type Base =
  | { readonly label: string; readonly source: SourceSpec; readonly missing?: undefined }
  | {
      readonly missing: string
      /** What to do where history was left out of the clone; undefined where there is none to be had. */
      readonly fix: string | undefined
    }

/** A folder and where the contracts stand in it. */
type Contracts = Pick<Workspace, 'root'> & { readonly config: Pick<Config, 'schemas' | 'documents'> }

/**
 * What to compare with: the revision, folder or archive that was named, else where HEAD left the branch that it is to be
 * merged into. On the main branch itself it is HEAD as long as something is not committed yet, and the commit before HEAD
 * after that, so that a push to the main branch is looked at too. Only what the clone has is asked; nothing is fetched.
 */
export function openBase(contracts: Contracts, named: string | undefined): Base {
  const { root } = contracts
  if (named !== undefined) return namedBase(root, named)
  const head = commitOf(root, 'HEAD')
  if (head === undefined) return { missing: 'there is no commit here', fix: undefined }
  return pullRequestBase(root, head) ?? branchBase(contracts, head)
}

function namedBase(root: string, named: string): Base {
  const source = parseSource(named, root)
  const commit = source.kind === 'revision' ? commitOf(root, named) : undefined
  if (commit === undefined) return { label: `${source.kind} ${named}`, source }
  return revision(root, commit.startsWith(named) ? '' : named, commit)
}

/** In a job for a pull request the branch that it is to be merged into is known, and no other will do. */
function pullRequestBase(root: string, head: string): Base | undefined {
  const target = process.env['GITHUB_BASE_REF'] || process.env['CI_MERGE_REQUEST_TARGET_BRANCH_NAME']
  if (!target) return undefined
  const fork = forkPoint(root, head, [`origin/${target}`])
  if (fork !== undefined) return fork
  if (commitOf(root, `origin/${target}`) !== undefined && !isShallow(root)) return undefined
  // GitLab fetches no other branch, whatever the depth, but it tells the commit.
  const told = process.env['CI_MERGE_REQUEST_DIFF_BASE_SHA']
  const known = told && isAncestor(root, told) ? commitOf(root, told) : undefined
  if (known !== undefined) return revision(root, target, known)
  // GitHub checks out a merge of the two branches, whose first parent is the tip of the target.
  const tip = commitOf(root, 'HEAD^2') === undefined ? undefined : commitOf(root, 'HEAD^')
  if (tip !== undefined) return revision(root, target, tip)
  return {
    missing: `the clone does not go back to where this branch left ${target}`,
    fix: `${DEEPER}, or fetch the branch with "git fetch origin ${target}:refs/remotes/origin/${target}".`,
  }
}

function branchBase(contracts: Contracts, head: string): Base {
  const { root } = contracts
  const fork = forkPoint(root, head, MAIN_BRANCHES)
  if (fork !== undefined) return fork
  if (isChanged(contracts)) return revision(root, 'HEAD', head)
  const before = commitOf(root, 'HEAD^')
  if (before !== undefined) return revision(root, 'HEAD^', before)
  return isShallow(root)
    ? { missing: 'the clone is shallow, it needs fetch-depth 2 or more', fix: `${DEEPER}.` }
    : { missing: 'HEAD is the first commit', fix: undefined }
}

const DEEPER =
  'Check out with the whole history: fetch-depth: 0 for actions/checkout, GIT_DEPTH: 0 for GitLab, "git fetch --unshallow" by hand'

/** Where HEAD left one of the branches; undefined where it is a part of them and where there is none. */
function forkPoint(root: string, head: string, branches: readonly string[]): Base | undefined {
  const tips = branchTips(root, branches)
  for (const branch of branches) {
    const tip = tips.get(branch)
    const commit = tip && tip.commit !== head ? ask(root, 'merge-base', 'HEAD', tip.commit) : undefined
    if (tip !== undefined && commit !== undefined && commit !== head)
      return revision(root, tip.branch, commit)
  }
  return undefined
}

/** The newest commit of those of the branches that there are, and what a name stands for: `origin/main` for `origin/HEAD`. */
function branchTips(
  root: string,
  branches: readonly string[],
): ReadonlyMap<string, { readonly commit: string; readonly branch: string }> {
  const format = '%(refname) %(objectname) %(symref)'
  const names = branches.map(
    (branch) => `refs/${branch.startsWith('origin/') ? 'remotes' : 'heads'}/${branch}`,
  )
  const listed = ask(root, 'for-each-ref', `--format=${format}`, ...names) ?? ''
  const short = (name: string): string => name.replace(/^refs\/(?:heads|remotes)\//, '')
  return new Map(
    listed.split('\n').map((line) => {
      const [name = '', commit = '', target = ''] = line.split(' ')
      return [short(name), { commit, branch: short(target || name) }]
    }),
  )
}

function revision(root: string, name: string, commit: string): Base {
  const short = commit.slice(0, 8)
  return {
    label: name === '' ? short : `${name} (${short})`,
    source: { kind: 'revision', repository: root, revision: commit },
  }
}

function commitOf(root: string, revision: string): string | undefined {
  return ask(root, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`)
}

function isAncestor(root: string, commit: string): boolean {
  return ask(root, 'merge-base', '--is-ancestor', '--end-of-options', commit, 'HEAD') !== undefined
}

function isShallow(root: string): boolean {
  return ask(root, 'rev-parse', '--is-shallow-repository') === 'true'
}

/**
 * Whether something is not committed yet: a file that git knows, or a new one where contracts stand. The configuration
 * may come from a stranger, and its folders are names and no patterns.
 */
function isChanged({ root, config }: Contracts): boolean {
  if (spawnSync('git', ['diff', '--quiet', 'HEAD', '--', '.'], { cwd: root }).status === 1) return true
  const folders = [config.schemas, ...(config.documents ?? ['asyncapi'])].map((folder) => folder || '.')
  return Boolean(
    ask(root, '--literal-pathspecs', 'ls-files', '--others', '--exclude-standard', '--', ...folders),
  )
}

/** What git answers; undefined where it has no answer. */
function ask(root: string, ...question: readonly string[]): string | undefined {
  const { status, stdout } = spawnSync('git', question, { cwd: root, encoding: 'utf8' })
  return status === 0 ? stdout.trim() : undefined
}
