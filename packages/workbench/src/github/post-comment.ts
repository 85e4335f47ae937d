import { hash } from 'node:crypto'

import type { PullRequest } from './action-inputs.ts'

interface Comment {
  readonly id: number
  readonly body?: string
}

export interface CommentOptions {
  /** Folder of the contracts; each has a comment of its own. */
  readonly root: string
  readonly markdown: string
  /** Whether to write where there is no comment yet. */
  readonly isWorthIt: boolean
}

/** So many pages of a hundred comments are searched for the one of an earlier run. */
const PAGES = 10

/**
 * Writes a report as a comment on a pull request, in place of the one of an earlier run. The token of a pull request from a
 * fork may only read: then there is no comment, which is told and is no failure.
 *
 * @returns what was done, a line for the log
 */
export async function postComment(pullRequest: PullRequest, options: CommentOptions): Promise<string> {
  const marker = `<!-- concordat ${hash('sha256', options.root).slice(0, 8)} -->`
  const body = JSON.stringify({ body: `${marker}\n${options.markdown}` })
  const { repository, number } = pullRequest
  try {
    const known = await findComment(pullRequest, marker)
    if (known === undefined && !options.isWorthIt) return 'No comment: nothing changed.'
    const path =
      known === undefined
        ? `/repos/${repository}/issues/${number}/comments`
        : `/repos/${repository}/issues/comments/${known.id}`
    await ask(pullRequest, path, { method: known === undefined ? 'POST' : 'PATCH', body })
    return known === undefined ? 'Commented on the pull request.' : 'Updated the comment on the pull request.'
  } catch (error) {
    return `::notice title=No comment::The report is in the summary of the job only: ${error instanceof Error ? error.message : String(error)}`
  }
}

async function findComment(pullRequest: PullRequest, marker: string): Promise<Comment | undefined> {
  const { repository, number } = pullRequest
  for (let page = 1; page <= PAGES; page++) {
    const path = `/repos/${repository}/issues/${number}/comments?per_page=100&page=${page}`
    const comments = (await ask(pullRequest, path, {})) as readonly Comment[]
    const found = comments.find(({ body }) => body?.startsWith(marker))
    if (found !== undefined || comments.length < 100) return found
  }
  return undefined
}

async function ask({ api, token }: PullRequest, path: string, request: RequestInit): Promise<unknown> {
  const response = await fetch(`${api}${path}`, {
    ...request,
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${token}`,
      'x-github-api-version': '2022-11-28',
    },
    signal: AbortSignal.timeout(30_000),
  })
  if (response.ok) return response.json()
  throw new Error(
    response.status === 403
      ? 'the token may not write comments, as that of a pull request from a fork (403).'
      : `GitHub answered ${response.status}.`,
  )
}
