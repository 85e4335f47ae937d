import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { proposeBreak, writeContracts, writeFile } from '../../../cli/src/testing/proposal.ts'
import { runAction } from './run-action.ts'

interface Request {
  readonly method: string
  readonly url: string
  readonly body: string
}

let folder: string
let root: string
let server: Server
let requests: Request[]
/** What the server answers to a question for comments, and the status of every answer. */
let comments: readonly { readonly id: number; readonly body: string }[]
let status: number
let env: NodeJS.ProcessEnv

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'concordat-action-'))
  root = join(folder, 'contracts; echo $(id)')
  writeContracts(root)
  proposeBreak(root)
  requests = []
  comments = []
  status = 200
  server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  writeFileSync(join(folder, 'event.json'), JSON.stringify({ pull_request: { number: 7 } }))
  env = {
    PATH: process.env['PATH'],
    XDG_CACHE_HOME: join(folder, 'cache'),
    RUNNER_TEMP: join(folder, 'temp'),
    GITHUB_STEP_SUMMARY: join(folder, 'summary'),
    GITHUB_OUTPUT: join(folder, 'output'),
    GITHUB_EVENT_PATH: join(folder, 'event.json'),
    GITHUB_REPOSITORY: 'owner/name',
    GITHUB_API_URL: `http://127.0.0.1:${port}`,
    CONCORDAT_ROOT: root,
    CONCORDAT_COMMENT: 'true',
    CONCORDAT_TOKEN: 'token',
  }
})

afterEach(async () => {
  await new Promise((resolve) => server.close(resolve))
  rmSync(folder, { recursive: true, force: true })
})

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  let body = ''
  for await (const chunk of request) body += String(chunk)
  requests.push({ method: request.method ?? '', url: request.url ?? '', body })
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(comments))
}

async function run(more: NodeJS.ProcessEnv = {}): Promise<{ code: number; log: string }> {
  const lines: string[] = []
  const code = await runAction({ ...env, ...more }, (line) => lines.push(line))
  return { code, log: lines.join('\n') }
}

describe('the GitHub Action', { timeout: 60_000 }, () => {
  it('writes the summary, the outputs and a comment, and ends as the check does', async () => {
    const { code, log } = await run()
    expect({ code, log }).toEqual({ code: 1, log: 'Commented on the pull request.' })
    const summary = readFileSync(join(folder, 'summary'), 'utf8')
    expect(summary).toMatch(/^❌ \*\*Breaking: 1 of 1 change breaks somebody\./)
    const outputs = readFileSync(join(folder, 'output'), 'utf8').trim().split('\n')
    const temp = join(folder, 'temp/concordat')
    expect(outputs).toEqual([
      'verdict=breaking',
      `report=${temp}/report.json`,
      `markdown=${temp}/report.md`,
      `sarif=${temp}/results.sarif`,
    ])
    expect(requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'GET /repos/owner/name/issues/7/comments?per_page=100&page=1',
      'POST /repos/owner/name/issues/7/comments',
    ])
    const { body } = JSON.parse(requests[1]?.body ?? '') as { body: string }
    expect(body).toMatch(/^<!-- concordat [0-9a-f]{8} -->\n❌/)
    expect(body.endsWith(summary)).toBe(true)
    expect(Buffer.byteLength(body)).toBeLessThan(65_536)
  })

  it('updates the comment of an earlier run', async () => {
    await run()
    const { body } = JSON.parse(requests[1]?.body ?? '') as { body: string }
    comments = [
      { id: 1, body: 'Looks good' },
      { id: 42, body },
    ]
    requests = []
    expect((await run()).log).toBe('Updated the comment on the pull request.')
    expect(requests[1]).toMatchObject({ method: 'PATCH', url: '/repos/owner/name/issues/comments/42' })
  })

  it('does without a comment where the token may only read, as in a pull request from a fork', async () => {
    status = 403
    const { code, log } = await run()
    expect(log).toBe(
      '::notice title=No comment::The report is in the summary of the job only: the token may not write comments, as that of a pull request from a fork (403).',
    )
    expect(code).toBe(1)
  })

  it.each([
    ['there is no token', { CONCORDAT_TOKEN: '' }],
    ['none is wanted', { CONCORDAT_COMMENT: 'false' }],
    ['the job runs for no pull request', { GITHUB_EVENT_PATH: '' }],
  ])('asks GitHub nothing where %s', async (_, more) => {
    expect(await run(more)).toEqual({ code: 1, log: '' })
    expect(requests).toEqual([])
  })

  it('writes no comment where nothing changed', async () => {
    const { code, log } = await run({ CONCORDAT_AGAINST: root })
    expect({ code, log }).toEqual({ code: 0, log: 'No comment: nothing changed.' })
    expect(requests.map(({ method }) => method)).toEqual(['GET'])
  })

  it('leaves no report of an earlier run where the contracts cannot be read', async () => {
    await run()
    rmSync(join(folder, 'summary'))
    writeFile(root, 'asyncapi/shop/service.yaml', 'asyncapi: 3.0.0\ninfo: [\n')
    requests = []
    expect(await run()).toEqual({ code: 2, log: '' })
    expect(requests).toEqual([])
  })
})
