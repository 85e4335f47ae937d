import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ReportDocument } from '@concordat/toolkit/gate'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  commitAll,
  git,
  orderSchema,
  proposeBreak,
  shopDocument,
  writeContracts,
  writeFile,
} from '../testing/proposal.ts'
import { runCli } from '../testing/run-cli.ts'

let folder: string
let root: string

beforeEach(() => {
  for (const name of ['CI', 'GITHUB_BASE_REF', 'CI_MERGE_REQUEST_TARGET_BRANCH_NAME']) vi.stubEnv(name, '')
  folder = mkdtempSync(join(tmpdir(), 'concordat-check-'))
  vi.stubEnv('XDG_CACHE_HOME', join(folder, '.cache'))
  root = join(folder, 'contracts')
  writeContracts(root)
})

afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

async function report(...argv: readonly string[]): Promise<{ code: number | null; report: ReportDocument }> {
  const { code, stdout } = await runCli('check', '--root', root, '--format', 'json', ...argv)
  return { code, report: JSON.parse(stdout) as ReportDocument }
}

describe('concordat check', () => {
  it('ends with 1 and proves what breaks', async () => {
    proposeBreak(root)
    const { code, report: found } = await report()
    expect(code).toBe(1)
    expect(found).toMatchObject({ verdict: 'breaking', passes: false, head: 'the working tree' })
    expect(found.base).toEqual({ label: expect.stringMatching(/^main \([0-9a-f]{8}\)$/) as string })
    expect(found.changes[0]?.findings[0]?.witness).toMatchObject({
      value: { id: expect.any(String) as string },
    })
  })

  it('ends with 0 where nothing changed, and says what it compared with', async () => {
    git(root, 'init', '--quiet', '--initial-branch', 'main')
    commitAll(root, 'First')
    const { code, stdout } = await runCli('check', '--root', root)
    expect(stdout).toContain('Nothing to compare with: HEAD is the first commit.')
    expect(code).toBe(0)
  })

  it('writes every output of one run, in the formats of their names', async () => {
    proposeBreak(root)
    const names = ['report.md', 'deep/results.sarif', 'junit.xml', 'report.json', 'plain.txt']
    const outputs = names.flatMap((name) => ['--output', join(folder, 'out', name)])
    const { code, stdout } = await runCli('check', '--root', root, '--format', 'github', ...outputs)
    expect(code).toBe(1)
    expect(stdout).toMatch(/^::error file=schemas\/orders\/order\.created\/1\.1\.0\.json,line=1,/)
    const read = (name: string): string => readFileSync(join(folder, 'out', name), 'utf8')
    expect(read('report.md')).toMatch(/^❌ \*\*Breaking: 1 of 1 change breaks somebody\./)
    expect(read('deep/results.sarif')).toContain('"version": "2.1.0"')
    expect(read('junit.xml')).toContain('<testsuite name="changes. Compared with main')
    expect(JSON.parse(read('report.json'))).toMatchObject({ schemaVersion: 1 })
    expect(read('plain.txt')).toContain('orders/order.created 1.1.0 breaks BACKWARD compatibility with 1.0.0')
  })

  it('refuses a file that it cannot write, after it has checked', async () => {
    proposeBreak(root)
    writeFileSync(join(folder, 'file'), '')
    const { code, stderr } = await runCli('check', '--root', root, '--output', join(folder, 'file/report.md'))
    expect(stderr).toMatch(/^error {2}unwritable\n {2}Cannot write .*report\.md/)
    expect(code).toBe(2)
  })

  it('compares with a folder and with an archive', async () => {
    const before = join(folder, 'before')
    cpSync(root, before, { recursive: true })
    execFileSync('tar', ['-czf', join(folder, 'before.tgz'), '-C', before, '.'])
    writeFile(root, 'schemas/orders/order.created/1.1.0.json', orderSchema('1.1.0', ['id', 'note']))
    for (const [base, label] of [
      [before, `folder ${before}`],
      [join(folder, 'before.tgz'), `archive ${join(folder, 'before.tgz')}`],
    ] as const) {
      const { code, report: found } = await report('--against', base)
      expect(found).toMatchObject({ base: { label }, verdict: 'breaking', counts: { breaking: 1 } })
      expect(code).toBe(1)
    }
  })

  it('keeps released versions as they are in a folder too', async () => {
    const before = join(folder, 'before')
    cpSync(root, before, { recursive: true })
    writeFile(root, 'schemas/orders/order.created/1.0.0.json', orderSchema('1.0.0', []))
    const { code, report: found } = await report('--against', before)
    expect(found.lint).toEqual([])
    expect(found.changes.find(({ thing }) => thing.kind === 'subject')).toMatchObject({
      thing: { name: 'orders/order.created' },
      from: '1.0.0',
      to: '1.0.0',
      verdict: 'breaking',
      findings: [{ rule: 'released-version-changed' }],
    })
    expect(code).toBe(1)
  })

  it('ends with 2 where the base that was named is unknown', async () => {
    proposeBreak(root)
    const { code, stderr } = await runCli('check', '--root', root, '--against', 'v9')
    expect(stderr).toMatch(/^error {2}bad-revision\n {2}The repository .* knows no revision "v9"/)
    expect(code).toBe(2)
  })

  it('compares with nothing where the base cannot be read, so that broken contracts can be mended', async () => {
    writeFile(root, 'asyncapi/shop/service.yaml', 'asyncapi: 3.0.0\ninfo: [\n')
    git(root, 'init', '--quiet', '--initial-branch', 'main')
    commitAll(root, 'Broken')
    git(root, 'checkout', '--quiet', '-b', 'topic')
    writeFile(root, 'asyncapi/shop/service.yaml', shopDocument)
    git(root, 'commit', '--quiet', '--all', '--message', 'Mended')
    const { code, report: found } = await report()
    expect(found.base).toEqual({
      missing: expect.stringMatching(/^main \(\w+\) cannot be read: asyncapi\/shop\/service\.yaml/) as string,
    })
    expect(code).toBe(0)
    expect((await runCli('check', '--root', root, '--against', 'main')).code).toBe(2)
  })

  describe('in CI', () => {
    beforeEach(() => {
      proposeBreak(root)
      const clone = join(folder, 'clone')
      execFileSync('git', ['clone', '--quiet', '--depth', '1', `file://${root}`, clone])
      root = clone
    })

    it('refuses to compare with nothing because the clone is shallow', async () => {
      vi.stubEnv('CI', 'true')
      const { code, stdout, stderr } = await runCli('check', '--root', root)
      expect(stderr).toContain('There is nothing to compare with: the clone is shallow')
      expect(stderr).toContain('fetch-depth: 0')
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    })

    it('says which branch to fetch where the target of the pull request is not there', async () => {
      vi.stubEnv('CI', 'true')
      vi.stubEnv('GITHUB_BASE_REF', 'main')
      const { code, stderr } = await runCli('check', '--root', root)
      expect(stderr).toContain('"git fetch origin main:refs/remotes/origin/main"')
      expect(code).toBe(2)
    })

    it('tells it as a part of the report on a machine of a developer', async () => {
      const { stdout } = await runCli('check', '--root', root)
      expect(stdout).toContain(
        'Nothing to compare with: the clone is shallow, it needs fetch-depth 2 or more.',
      )
    })
  })

  describe('with exceptions', () => {
    beforeEach(() => proposeBreak(root))

    async function accepted(fields: Readonly<Record<string, string>> = {}): Promise<object> {
      const [change] = (await report()).report.changes
      const { rule, fingerprint } = change?.findings[0] ?? {}
      const decision = { owner: 'Shop', reason: 'Both sides are ours', expires: '2999-12-31' }
      return { rule, place: change?.thing, fingerprint, ...decision, ...fields }
    }

    it('lets through what one accepts', async () => {
      writeFile(root, 'exceptions/note.json', JSON.stringify(await accepted()))
      const { code, report: found } = await report()
      expect(found).toMatchObject({ verdict: 'compatible', counts: { accepted: 1 }, lint: [] })
      expect(code).toBe(0)
    })

    it('reads them from the folder of the configuration', async () => {
      writeFile(root, 'concordat.config.json', '{ "exceptions": "waivers" }')
      writeFile(root, 'waivers/note.json', JSON.stringify(await accepted()))
      expect((await report()).report.verdict).toBe('compatible')
    })

    it('does not let through what an expired one accepted', async () => {
      writeFile(root, 'exceptions/note.json', JSON.stringify(await accepted({ expires: '2020-12-31' })))
      const { code, report: found } = await report()
      expect(found).toMatchObject({ verdict: 'breaking', lint: [{ rule: 'exception-expired' }] })
      expect(code).toBe(1)
    })

    it('ends with 1 on an unused one where warnings are denied', async () => {
      const unused = await accepted({ fingerprint: '0000000000000000', rule: 'other' })
      writeFile(root, 'exceptions/note.json', JSON.stringify([await accepted(), unused]))
      expect((await report()).code).toBe(0)
      const { code, report: found } = await report('--deny-warnings')
      expect(found.lint).toMatchObject([{ rule: 'exception-unused' }])
      expect(code).toBe(1)
    })

    it('ends with 2 where one makes no sense', async () => {
      writeFile(root, 'exceptions/note.json', '{ "rule": 3 }')
      const { code, stderr } = await runCli('check', '--root', root)
      expect(stderr).toContain('exceptions/note.json:1:3  error  bad-exception')
      expect(code).toBe(2)
    })
  })

  it('names files from the root of the repository to those who open them', async () => {
    git(folder, 'init', '--quiet', '--initial-branch', 'main')
    commitAll(folder, 'First')
    writeFile(root, 'schemas/orders/order.created/1.1.0.json', orderSchema('1.1.0', ['id', 'note']))
    const path = 'schemas/orders/order.created/1.1.0.json'
    const outputs = ['results.sarif', 'gitlab=quality.json'].map((name) =>
      name.replace(/[^=]+$/, (file) => join(folder, file)),
    )
    const argv = outputs.flatMap((output) => ['--output', output])
    const { stdout } = await runCli('check', '--root', root, '--format', 'github', ...argv)
    expect(stdout).toContain(`::error file=contracts/${path},`)
    expect(readFileSync(join(folder, 'results.sarif'), 'utf8')).toContain(`"uri": "contracts/${path}"`)
    expect(readFileSync(join(folder, 'quality.json'), 'utf8')).toContain(`"path": "contracts/${path}"`)
    expect((await report()).report.changes[0]?.findings[0]?.place.file).toBe(path)
    writeFile(root, 'asyncapi/shop/service.yaml', 'asyncapi: 3.0.0\ninfo: [\n')
    const broken = await runCli('check', `--root=${root}`, '--format=github')
    expect(broken.stdout).toContain('::error file=contracts/asyncapi/shop/service.yaml,line=3,')
  })

  it('annotates contracts that cannot be read, where annotations are asked for', async () => {
    writeFile(root, 'asyncapi/shop/service.yaml', 'asyncapi: 3.0.0\ninfo: [\n')
    const { code, stdout } = await runCli('check', '--root', root, '--format', 'github')
    expect(stdout).toMatch(/^::error file=asyncapi\/shop\/service\.yaml,line=3,col=1,title=syntax::/)
    expect(code).toBe(2)
  })

  it('leaves nothing behind', async () => {
    proposeBreak(root)
    await report()
    expect(existsSync(join(root, '.concordat'))).toBe(false)
  })
})
