import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ReportDocument } from '@concordat/toolkit/gate'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { orderSchema, proposeBreak, writeContracts, writeFile } from '../testing/proposal.ts'
import { runCli } from '../testing/run-cli.ts'

let root: string
let command: readonly string[]
let file: string

beforeEach(async () => {
  for (const name of ['CI', 'GITHUB_BASE_REF', 'CI_MERGE_REQUEST_TARGET_BRANCH_NAME']) vi.stubEnv(name, '')
  root = mkdtempSync(join(tmpdir(), 'concordat-accept-'))
  vi.stubEnv('XDG_CACHE_HOME', join(root, '.cache'))
  writeContracts(root)
  proposeBreak(root)
  const { stdout } = await runCli('check', '--root', root, '--format', 'json')
  const [finding] = (JSON.parse(stdout) as ReportDocument).changes[0]?.findings ?? []
  // Exactly what the report tells to type.
  command = finding?.ways.at(-1)?.command?.split(' ').slice(1) ?? []
  file = `exceptions/${finding?.rule}-${finding?.fingerprint}.json`
})

afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(root, { recursive: true, force: true })
})

const accept = (...more: readonly string[]): ReturnType<typeof runCli> =>
  runCli(...command, '--root', root, ...more)
const check = async (): Promise<number | null> => (await runCli('check', '--root', root)).code

describe('concordat accept', () => {
  it('writes the exception that the report proposes, and the check passes', async () => {
    expect(await check()).toBe(1)
    expect(await accept()).toEqual({ code: 0, stdout: `created  ${file}\n`, stderr: '' })
    expect(JSON.parse(readFileSync(join(root, file), 'utf8'))).toMatchObject({
      place: { kind: 'subject', name: 'orders/order.created' },
      owner: 'TEAM',
      reason: 'WHY',
    })
    expect(await check()).toBe(0)
  })

  it('accepts that a released version changed, until it changes again', async () => {
    // It says the same in other words, so that nothing else breaks.
    const rewrite = (minProperties: number): void => {
      const schema = JSON.parse(orderSchema('1.0.0', ['id'])) as object
      writeFile(root, 'schemas/orders/order.created/1.0.0.json', JSON.stringify({ ...schema, minProperties }))
    }
    rewrite(1)
    const { stdout } = await runCli('check', '--root', root, '--format', 'json', '--against', 'HEAD')
    const [finding] = (JSON.parse(stdout) as ReportDocument).changes.flatMap(({ findings }) => findings)
    expect(finding?.rule).toBe('released-version-changed')
    command = finding?.ways.at(-1)?.command?.split(' ').slice(1) ?? []
    expect((await accept('--against', 'HEAD')).code).toBe(0)
    expect((await runCli('check', '--root', root, '--against', 'HEAD')).code).toBe(0)
    rewrite(0)
    expect((await runCli('check', '--root', root, '--against', 'HEAD')).code).toBe(1)
  })

  it('renews an exception that has expired', async () => {
    await accept()
    const text = readFileSync(join(root, file), 'utf8')
    writeFile(root, file, text.replace(/"expires": "[^"]*"/, '"expires": "2020-01-01"'))
    expect(await check()).toBe(1)
    expect(await accept()).toEqual({ code: 0, stdout: `changed  ${file}\n`, stderr: '' })
    expect(await check()).toBe(0)
  })

  it('writes nothing in a dry run', async () => {
    expect((await accept('--dry-run')).stdout).toBe(`would create  ${file}\n`)
    expect(await check()).toBe(1)
  })

  it.each([
    [['accept'], 'accept takes one FINGERPRINT.'],
    [['accept', 'x', '--owner', 'a', '--until', '2999-01-01'], 'accept needs --reason.'],
    [
      ['accept', 'x', '--owner', 'a', '--reason', 'b', '--until', '2026-02-30'],
      '--until takes a date such as 2027-01-31, not "2026-02-30".',
    ],
    [
      ['accept', 'x', '--owner', 'a', '--reason', 'b', '--until', '2020-01-01'],
      '--until 2020-01-01 has passed already.',
    ],
    [
      ['accept', 'ffffffffffffffff', '--owner', 'a', '--reason', 'b', '--until', '2999-01-01'],
      'No finding has the fingerprint "ffffffffffffffff"; "concordat check" shows those that there are.',
    ],
  ])('refuses %j', async (argv, message) => {
    const { code, stderr } = await runCli(...argv, '--root', root)
    expect(stderr).toContain(`error  ${message}\n`)
    expect(code).toBe(2)
  })
})
