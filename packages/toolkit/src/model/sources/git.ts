import { execFile, spawnSync } from 'node:child_process'
import { ContractError } from '../contract-error.ts'

/** A file of a revision and the id of its git blob: equal ids, equal bytes. */
export interface RevisionFile {
  /** Relative to the folder that was asked about, with `/`. */
  readonly path: string
  readonly blobId: string
  /** A symbolic link; its blob holds the path it points to. */
  readonly isLink: boolean
}

/**
 * The commit that a revision (branch, tag, commit, `HEAD~2`) stands for.
 * @throws ContractError `bad-revision` where the folder is in no git repository or the revision is unknown
 */
export function resolveRevision(repository: string, revision: string): string {
  // Whoever lists its files finds out whether it exists.
  if (isCommitId(revision)) return revision
  // git itself refuses such names for branches and tags; refusing them here keeps them from being taken for options.
  if (revision === '' || revision.startsWith('-') || revision.includes('\0'))
    throw badRevision(`${JSON.stringify(revision)} is not a revision.`)
  const found = git(repository, [
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${revision}^{commit}`,
  ])
  const commit = found.stdout.toString().trim()
  if (found.status === 0 && isCommitId(commit)) return commit
  throw unknownRevision(repository, revision)
}

/** A whole id, of SHA-1 or SHA-256. */
function isCommitId(revision: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(revision)
}

function unknownRevision(repository: string, revision: string): ContractError {
  requireRepository(repository)
  const fix = howToFetch(repository, revision)
  return badRevision(`The repository ${repository} knows no revision ${JSON.stringify(revision)}.`, fix)
}

function howToFetch(repository: string, revision: string): string {
  const shallow = git(repository, ['rev-parse', '--is-shallow-repository']).stdout.toString().trim()
  const [, remote, branch] = /^(origin)\/([\w./-]+)$/.exec(revision) ?? []
  if (remote !== undefined)
    return `Fetch the branch with "git fetch ${shallow === 'true' ? '--unshallow ' : ''}${remote} ${branch}:refs/remotes/${revision}", or check out with fetch-depth: 0 in CI.`
  return shallow === 'true'
    ? 'This clone is shallow: fetch the revision with "git fetch --unshallow", or check out with fetch-depth: 0 in CI.'
    : 'Name a branch, tag or commit that "git rev-parse" knows; fetch it first where it stands on a remote.'
}

/** By repository and commit; what a commit holds never changes. */
const listings = new Map<string, Promise<ReadonlyMap<string, RevisionFile>>>()

/**
 * The files of a commit under a folder of a repository by path, with their blob ids. Nothing is checked out. Git is asked
 * once, and works while the caller does something else.
 *
 * @throws ContractError `bad-revision` where the commit is unknown
 */
export function listRevision(repository: string, commit: string): Promise<ReadonlyMap<string, RevisionFile>> {
  const key = JSON.stringify([repository, commit])
  const listing = listings.get(key) ?? listFiles(repository, commit)
  listings.set(key, listing)
  // It may be asked for in advance, and then not be needed any more.
  listing.catch(() => {})
  return listing
}

async function listFiles(repository: string, commit: string): Promise<ReadonlyMap<string, RevisionFile>> {
  const listed = await ask(repository, ['ls-tree', '-r', '-z', commit])
  if (listed === undefined) throw unknownRevision(repository, commit)
  const files = new Map<string, RevisionFile>()
  for (const record of listed.split('\0')) {
    const match = /^(\d{6}) blob ([0-9a-f]+)\t(.+)$/s.exec(record)
    if (match === null) continue
    const [, mode, blobId = '', path = ''] = match
    files.set(path, { path, blobId, isLink: mode === '120000' })
  }
  return files
}

/** What git prints; undefined where it ends with an error or cannot be run, and why is to be found out. */
function ask(repository: string, args: readonly string[]): Promise<string | undefined> {
  const options = { cwd: repository, env: gitEnvironment(), maxBuffer: MAX_OUTPUT }
  return new Promise((resolve, reject) => {
    execFile('git', ['--no-pager', ...args], options, (error, stdout) => {
      if (error === null) resolve(stdout)
      else if (typeof error.code === 'number' || error.code === 'ENOENT') resolve(undefined)
      else reject(gitFailed(args[0] ?? '', error.message))
    })
  })
}

function requireRepository(repository: string): void {
  const inside = git(repository, ['rev-parse', '--is-inside-work-tree', '--is-bare-repository'])
  if (inside.status === 0) return
  const said = inside.stderr.toString()
  if (said.includes('dubious ownership')) {
    const fix = `Run: git config --global --add safe.directory ${repository}`
    throw badRevision(`git refuses to read ${repository}, because it belongs to another user.`, fix)
  }
  throw badRevision(`${repository} is not in a git repository.`, 'Name a folder of a git repository.')
}

interface GitResult {
  readonly status: number | null
  readonly stdout: Buffer
  readonly stderr: Buffer
}

/** Runs git without a shell; answers are in English whatever the locale. */
function git(repository: string, args: readonly string[]): GitResult {
  const result = spawnSync('git', ['--no-pager', ...args], {
    cwd: repository,
    env: gitEnvironment(),
    maxBuffer: MAX_OUTPUT,
  })
  if (result.error === undefined) return result
  const code = 'code' in result.error ? result.error.code : undefined
  if (code !== 'ENOENT') throw gitFailed(args[0] ?? '', result.error.message)
  throw badRevision(`git cannot be run in ${repository}.`, 'Install git, and name a folder that exists.')
}

/** Room for the list of half a million files. */
const MAX_OUTPUT = 64 * 1024 * 1024

/** The environment of git: no questions to the user, no locks taken, messages in English. */
export function gitEnvironment(): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    LC_ALL: 'C',
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
  }
  // A git hook sets these for its own repository; the folder that was named decides here.
  for (const name of ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_PREFIX']) delete env[name]
  return env
}

function badRevision(message: string, fix = 'Name a branch, tag or commit.'): ContractError {
  return new ContractError([{ code: 'bad-revision', message, fix, place: undefined }])
}

function gitFailed(command: string, said: string): ContractError {
  return badRevision(`git ${command} failed: ${said.trim()}.`, 'Look at the repository with "git fsck".')
}
