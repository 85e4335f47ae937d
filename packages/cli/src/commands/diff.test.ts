import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ReportDocument } from '@concordat/toolkit/gate'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { proposeBreak, writeContracts, writeFile } from '../testing/proposal.ts'
import { runCli } from '../testing/run-cli.ts'

let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'concordat-diff-'))
  vi.stubEnv('XDG_CACHE_HOME', join(root, '.cache'))
  writeContracts(root)
  proposeBreak(root)
})

afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(root, { recursive: true, force: true })
})

async function diff(
  before: string,
  after: string,
): Promise<{ code: number | null; report: ReportDocument | undefined; stderr: string }> {
  const { code, stdout, stderr } = await runCli('diff', before, after, '--root', root, '--format', 'json')
  return { code, stderr, report: stdout === '' ? undefined : (JSON.parse(stdout) as ReportDocument) }
}

describe('concordat diff', () => {
  it('holds one version of a subject against another, in both directions of time', async () => {
    const forth = await diff('orders/order.created@1.0.0', 'orders/order.created@1.1.0')
    expect(forth.code).toBe(1)
    expect(forth.report).toMatchObject({
      verdict: 'breaking',
      head: 'orders/order.created 1.1.0',
      base: { label: 'orders/order.created 1.0.0' },
      changes: [{ bump: { claimed: 'minor', needed: 'major' }, findings: [{ direction: 'backward' }] }],
    })
    expect(forth.report?.changes[0]?.parties).toEqual([{ role: 'publisher', application: 'shop/service' }])
    const back = await diff('orders/order.created@1.1.0', 'orders/order.created@1.0.0')
    expect(back.report?.changes[0]?.findings).toMatchObject([{ direction: 'forward' }])
  })

  it('finds nothing between a version and itself', async () => {
    const { code, report } = await diff('orders/order.created@1.0.0', 'orders/order.created@1.0.0')
    expect(report).toMatchObject({ verdict: 'compatible', passes: true })
    expect(code).toBe(0)
  })

  it('holds one file against another, inside the root and outside it', async () => {
    writeFile(root, 'a/common.json', '{ "type": "string" }')
    writeFile(root, 'a/old.json', '{ "$ref": "common.json" }')
    writeFile(root, 'a/new.yaml', 'type: [string, "null"]')
    const [old, now] = [join(root, 'a/old.json'), join(root, 'a/new.yaml')]
    const inside = await diff(old, now)
    expect(inside.report).toMatchObject({ head: 'a/new.yaml', base: { label: 'a/old.json' } })
    expect(inside.report?.changes[0]?.findings).toMatchObject([
      { direction: 'forward', witness: { value: null }, place: { file: 'a/new.yaml', line: 1 } },
    ])
    root = join(root, 'asyncapi')
    expect((await diff(old, now)).report).toMatchObject({ head: 'new.yaml', verdict: 'breaking' })
  })

  it('holds one tree against another', async () => {
    const { code, report } = await diff('main', 'topic')
    expect(report).toMatchObject({ head: 'topic', base: { label: 'main' }, verdict: 'breaking', lint: [] })
    expect(code).toBe(1)
    expect((await diff('main', 'main')).code).toBe(0)
    expect((await diff('main', root)).report).toMatchObject({ head: `folder ${root}`, verdict: 'breaking' })
  })

  it.each([
    ['orders/order.created@1.0.0', 'main', 'diff compares two schemas or two trees, not one with the other.'],
    ['orders/order.paid@1.0.0', 'orders/order.created@1.0.0', 'There is no subject "orders/order.paid".'],
    [
      'orders/order.created@1.0.0',
      'orders/order.created@3.0.0',
      'orders/order.created has no version "3.0.0"; there is 1.0.0, 1.1.0.',
    ],
    ['main', 'nowhere', 'knows no revision "nowhere"'],
  ])('refuses %s with %s', async (before, after, message) => {
    const argv = ['diff', before, after, '--root', root]
    const { code, stderr } = await runCli(...argv)
    expect(stderr).toContain(message)
    expect(code).toBe(2)
  })
})
