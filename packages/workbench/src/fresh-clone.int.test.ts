import { execFile, execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { repositoryRoot } from './repository-root.ts'

/** Long enough for npm to fetch everything, without its cache. */
const TIMEOUT_MS = 300_000

/** What a start needs to know of the machine. The rest, npm's and vitest's own variables above all, stays out. */
const KEPT_VARIABLES =
  /^(home|user|lang|tmpdir|xdg_.*|(https?|no)_proxy|npm_config_(registry|cache|userconfig)|node_extra_ca_certs|ssl_cert_.*)$/i

interface Start {
  readonly exitCode: number
  readonly stdout: string
  readonly stderr: string
}

describe('a fresh clone', () => {
  const clone = mkdtempSync(join(tmpdir(), 'concordat-clone-'))
  const starts: Start[] = []

  beforeAll(async () => {
    if (git(repositoryRoot, 'status', '--porcelain') !== '')
      console.warn('The working tree has changes; the clone holds the last commit only.')
    git(repositoryRoot, 'clone', '--quiet', repositoryRoot, clone)
    starts.push(await start(clone), await start(clone))
  }, TIMEOUT_MS)

  afterAll(() => rmSync(clone, { recursive: true, force: true }))

  it('installs, lints, checks, generates, makes the docs and shows a demo', () => {
    const { exitCode, stdout, stderr } = startAt(0)
    expect({ exitCode, stdout, stderr }).toMatchObject({ exitCode: 0 })
    expect(stderr).toContain('Installing dependencies (first run)')
    expect(stepsIn(stdout)).toEqual(['ok lint', 'ok check', 'ok generate', 'ok docs', 'ok demo'])
    expect(stdout).toMatch(/notification-service +order\.created +evt_\S+ +e-mail order-placed to /)
    expect(stdout).toMatch(/notification-service .*goes to the dead letters/)
  })

  it('holds generated code that is in step with its contracts', () => {
    expect(startAt(0).stdout).toMatch(/^ok +generate .* all in step$/m)
    expect(git(clone, 'status', '--porcelain')).toBe('')
  })

  it('starts again without installing or writing anything', () => {
    const [first, second] = [startAt(0), startAt(1)]
    expect(second).toMatchObject({ exitCode: 0, stderr: '' })
    expect(stepsIn(second.stdout)).toEqual(stepsIn(first.stdout))
    expect(second.stdout).toMatch(/^ok +generate .* all in step$/m)
    expect(second.stdout).toMatch(/^ok +docs .* all in step$/m)
  })

  function startAt(index: number): Start {
    const found = starts[index]
    if (found === undefined) throw new Error(`there was no start number ${index + 1}`)
    return found
  }
})

/** Runs `npm start -- --once` as on a machine that knows nothing of this repository. */
function start(folder: string): Promise<Start> {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => KEPT_VARIABLES.test(name)))
  const path = (process.env['PATH'] ?? '').split(delimiter)
  env['PATH'] = path.filter((entry) => !entry.startsWith(repositoryRoot)).join(delimiter)
  return new Promise((resolve) => {
    const options = { cwd: folder, env, timeout: TIMEOUT_MS, maxBuffer: 10_000_000 }
    const child = execFile(
      'npm',
      ['start', '--silent', '--', '--once'],
      options,
      (_error, stdout, stderr) => {
        resolve({ exitCode: child.exitCode ?? -1, stdout, stderr })
      },
    )
  })
}

/** Mark and name of each step that was printed. */
function stepsIn(stdout: string): readonly string[] {
  return [...stdout.matchAll(/^(ok|FAIL) +(\w+) +\d+\.\d\d s /gm)].map(([, mark, name]) => `${mark} ${name}`)
}

function git(folder: string, ...gitArguments: readonly string[]): string {
  return execFileSync('git', gitArguments, { cwd: folder, encoding: 'utf8' }).trim()
}
