import { readFileSync } from 'node:fs'

/** What a job says to the action; each input stands in a variable of the environment and never in a command line. */
export interface ActionInputs {
  /** Folder of the contracts, relative to the workspace. */
  readonly root: string
  /** What to compare with; empty: where the branch left the one that it is merged into. */
  readonly against: string
  readonly deniesWarnings: boolean
  /** Folder for the reports. */
  readonly reports: string
  /** Files that the runner reads when the step has ended; undefined outside a job. */
  readonly summaryFile: string | undefined
  readonly outputFile: string | undefined
  /** Where a comment goes; undefined where none is wanted or there is no pull request. */
  readonly pullRequest: PullRequest | undefined
}

export interface PullRequest {
  /** `https://api.github.com` */
  readonly api: string
  /** `owner/name` */
  readonly repository: string
  readonly number: number
  readonly token: string
}

/** Reads the environment of a step. */
export function readInputs(env: NodeJS.ProcessEnv): ActionInputs {
  const text = (name: string): string => env[name] ?? ''
  return {
    root: text('CONCORDAT_ROOT') || '.',
    against: text('CONCORDAT_AGAINST'),
    deniesWarnings: text('CONCORDAT_DENY_WARNINGS') === 'true',
    reports: `${text('RUNNER_TEMP') || '.'}/concordat`,
    summaryFile: env['GITHUB_STEP_SUMMARY'],
    outputFile: env['GITHUB_OUTPUT'],
    pullRequest: text('CONCORDAT_COMMENT') === 'false' ? undefined : readPullRequest(text),
  }
}

function readPullRequest(text: (name: string) => string): PullRequest | undefined {
  const number = numberOf(text('GITHUB_EVENT_PATH'))
  const token = text('CONCORDAT_TOKEN')
  const repository = text('GITHUB_REPOSITORY')
  if (number === undefined || token === '' || repository === '') return undefined
  return { api: text('GITHUB_API_URL') || 'https://api.github.com', repository, number, token }
}

/** The number of the pull request that the job runs for. */
function numberOf(eventFile: string): number | undefined {
  if (eventFile === '') return undefined
  const event = JSON.parse(readFileSync(eventFile, 'utf8')) as { pull_request?: { number?: unknown } }
  const number = event.pull_request?.number
  return typeof number === 'number' ? number : undefined
}
