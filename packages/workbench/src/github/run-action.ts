import { spawnSync } from 'node:child_process'
import { appendFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import { repositoryRoot } from '../repository-root.ts'
import { type ActionInputs, readInputs } from './action-inputs.ts'
import { postComment } from './post-comment.ts'

/** The reports of one run, by the names of the action's outputs. */
const REPORTS = { report: 'report.json', markdown: 'report.md', sarif: 'results.sarif' } as const

/**
 * Checks the contracts of a workspace: annotations go to the log, the report to the summary of the job, to files and, where
 * the token may write, to a comment on the pull request.
 *
 * @param env variables of the step
 * @param print writes a line to the log
 * @returns what to exit with, as `concordat check` does
 */
export async function runAction(env: NodeJS.ProcessEnv, print: (line: string) => void): Promise<number> {
  const inputs = readInputs(env)
  rmSync(inputs.reports, { recursive: true, force: true })
  mkdirSync(inputs.reports, { recursive: true })
  const status = check(inputs, env)
  const markdown = textOf(join(inputs.reports, REPORTS.markdown))
  // Contracts that cannot be read have no report; the log says what is wrong with them.
  if (markdown === undefined) return status
  const verdict = writeResults(inputs, markdown)
  if (inputs.pullRequest !== undefined)
    print(
      await postComment(inputs.pullRequest, { root: inputs.root, markdown, isWorthIt: verdict.isWorthIt }),
    )
  return status
}

function check({ root, against, deniesWarnings, reports }: ActionInputs, env: NodeJS.ProcessEnv): number {
  const args = [
    '--conditions=@concordat/source',
    join(repositoryRoot, 'packages/cli/src/main.ts'),
    'check',
    `--root=${root}`,
    '--format=github',
    ...Object.values(REPORTS).map((name) => `--output=${join(reports, name)}`),
    ...(against === '' ? [] : [`--against=${against}`]),
    ...(deniesWarnings ? ['--deny-warnings'] : []),
  ]
  return spawnSync(process.execPath, args, { stdio: 'inherit', env }).status ?? 3
}

/** Writes the summary and the outputs of the step; a comment is worth it where there is something to tell. */
function writeResults(
  { reports, summaryFile, outputFile }: ActionInputs,
  markdown: string,
): { readonly isWorthIt: boolean } {
  const { verdict, changes, lint } = JSON.parse(readFileSync(join(reports, REPORTS.report), 'utf8')) as {
    readonly verdict: string
    readonly changes: readonly unknown[]
    readonly lint: readonly unknown[]
  }
  if (summaryFile !== undefined) appendFileSync(summaryFile, markdown)
  const files = Object.entries(REPORTS).map(([name, file]) => `${name}=${join(reports, file)}\n`)
  if (outputFile !== undefined) appendFileSync(outputFile, [`verdict=${verdict}\n`, ...files].join(''))
  return { isWorthIt: changes.length + lint.length > 0 }
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
