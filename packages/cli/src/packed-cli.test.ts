import {
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Finding } from '@concordat/toolkit/model'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { writeHostileDocument } from './testing/hostile-document.ts'
import { writeHundredDocuments } from './testing/hundred-documents.ts'
import { packPackages, publishedPackages, repositoryRoot } from './testing/pack-packages.ts'
import type { PackedPackage } from './testing/pack-packages.ts'
import { mustRun, runProgram } from './testing/run-program.ts'
import type { Ending } from './testing/run-program.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const scratch = mkdtempSync(join(tmpdir(), 'concordat-packed-'))
/** An empty folder into which somebody has installed the packed CLI and the packed runtime, each in a project of its own. */
const home = { cli: join(scratch, 'cli'), runtime: join(scratch, 'runtime') }
let packages: readonly PackedPackage[]

const program = (name: string): string => join(repositoryRoot, 'node_modules/.bin', name)
const packed = (name: string): PackedPackage => packages.find((one) => one.name === name) as PackedPackage

/** What a user types: the program that npm has installed, in the folder that they stand in. */
function concordat(folder: string, ...args: string[]): Promise<Ending> {
  return runProgram(folder, join(home.cli, 'node_modules/.bin/concordat'), args)
}

beforeAll(async () => {
  vi.stubEnv('XDG_CACHE_HOME', join(scratch, 'cache'))
  packages = await packPackages(scratch)
  await install(home.cli, ['concordat'])
  await install(home.runtime, ['@concordat/runtime', '@concordat/formats'])
})

afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(scratch, { recursive: true, force: true })
})

async function install(folder: string, names: readonly string[]): Promise<void> {
  mkdirSync(folder)
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }')
  const tarballs = names.map((name) => packed(name).tarball)
  await mustRun(folder, 'npm', ['install', '--offline', '--no-audit', '--no-fund', ...tarballs])
}

describe.each(publishedPackages())('%s', (name) => {
  it('gives every consumer the files that it promises', async () => {
    const { tarball } = packed(name)
    await expect(mustRun(scratch, program('publint'), ['--strict', tarball])).resolves.toBeDefined()
    await expect(mustRun(scratch, program('attw'), ['--profile', 'esm-only', tarball])).resolves.toBeDefined()
  })

  it('holds its licence and readme, and no tests', () => {
    const { files } = packed(name)
    expect(files).toContain('LICENSE')
    expect(files).toContain('README.md')
    const needless = files.filter((path) => /\.test\.|\/(?:fixtures|golden|testing)\/|tsbuildinfo/.test(path))
    expect(needless.filter((path) => !isTransportSuite(name, path))).toEqual([])
  })
})

/** The suite that whoever writes a transport runs. */
function isTransportSuite(name: string, path: string): boolean {
  return name === '@concordat/runtime' && /^(?:src|dist)\/testing\//.test(path)
}

describe('the installed command line', () => {
  it('is one small package', () => {
    const files = globSync('node_modules/**/*', { cwd: home.cli }).map((path) =>
      statSync(join(home.cli, path)),
    )
    expect(globSync('node_modules/**/package.json', { cwd: home.cli })).toHaveLength(1)
    expect(files.reduce((sum, { size }) => sum + size, 0)).toBeLessThan(10 * 2 ** 20)
  })

  it('brings the licence of every package inside it', () => {
    const file = join(home.cli, 'node_modules/concordat/dist/THIRD-PARTY-LICENSES.txt')
    const text = readFileSync(file, 'utf8')
    for (const name of ['@asyncapi/parser', 'ajv', 'yaml', 'json-schema-to-typescript'])
      expect(text).toMatch(new RegExp(`^${name} \\d.* \\(.+\\)$`, 'm'))
    expect(text).not.toMatch(/prettier|node-fetch/)
  })

  it('brings the schema of its reports', () => {
    const file = join(home.cli, 'node_modules/concordat/dist/report.schema.json')
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ $id: 'concordat:/gate/report/1.json' })
  })

  it.each([
    { args: ['--version'], limit: 2_000 },
    { args: ['--help'], limit: 30_000 },
  ])('loads next to nothing for $args', async ({ args, limit }) => {
    expect(await bytesLoaded(args)).toBeLessThan(limit)
  })

  it('lays down a repository in an empty folder that passes its own checks', async () => {
    const folder = join(scratch, 'new')
    mkdirSync(folder)
    for (const command of ['init', 'lint --deny-warnings', 'check', 'generate', 'docs'])
      expect(await concordat(folder, ...command.split(' '))).toMatchObject({ code: 0, stderr: '' })
  })

  it('tells an older Node in one line that it is too old', async () => {
    const pretence = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.19.0' } })`
    const main = join(home.cli, 'node_modules/concordat/dist/concordat.js')
    const args = ['--import', `data:text/javascript,${encodeURIComponent(pretence)}`, main, 'lint']
    expect(await runProgram(home.cli, process.execPath, args)).toEqual({
      code: 2,
      stdout: '',
      stderr: 'error  concordat needs Node 22.8.0 or later; this is 20.19.0.\n',
    })
  })
})

/** Bytes of JavaScript that a command line makes Node load. */
async function bytesLoaded(args: readonly string[]): Promise<number> {
  const hook = `
    import { registerHooks } from 'node:module'
    let bytes = 0
    registerHooks({
      load(url, context, next) {
        const module = next(url, context)
        if (url.startsWith('file:')) bytes += module.source.length
        return module
      },
    })
    process.on('exit', () => console.error('loaded', bytes))`
  const main = join(home.cli, 'node_modules/concordat/dist/concordat.js')
  const program = ['--import', `data:text/javascript,${encodeURIComponent(hook)}`, main, ...args]
  const { stderr } = await mustRun(home.cli, process.execPath, program)
  return Number(/loaded (\d+)/.exec(stderr)?.[1])
}

const strangers = [
  {
    name: 'parking',
    what: 'two documents of AsyncAPI 2.6 in YAML, payloads inline',
    documents: 2,
  },
  {
    name: 'webshop',
    what: 'one of AsyncAPI 3.0 in YAML, payloads in unversioned files',
    documents: 1,
  },
  { name: 'ledger', what: 'one of AsyncAPI 3.0 in JSON beside other files', documents: 1 },
  { name: 'hundred', what: 'a hundred of both versions, in YAML and JSON', documents: 100 },
  { name: 'hostile', what: 'one that tries to break out of generated code', documents: 1 },
]

describe.each(strangers)("on a stranger's repository: $what", ({ name, documents }) => {
  const folder = join(home.runtime, name)

  beforeAll(() => {
    if (name === 'hundred') writeHundredDocuments(folder)
    else if (name === 'hostile') writeHostileDocument(folder)
    else cpSync(join(repositoryRoot, 'packages/cli/fixtures', name), folder, { recursive: true })
  })

  it('lint', async () => {
    const { code, stdout, stderr } = await concordat(folder, 'lint')
    expect(stderr).toBe('')
    expect(stdout).toMatch(
      new RegExp(
        `in ${documents} documents? and 0 schema versions, nothing to compare with: there is no commit here\\n$`,
      ),
    )
    expect(code).toBe(0)
  })

  it('check', async () => {
    const { code, stdout, stderr } = await concordat(folder, 'check')
    expect(stderr).toBe('')
    expect(stdout).toMatch(
      /Nothing to compare with: there is no commit here\.\nNothing breaks within the proposed tree itself\..*\n$/,
    )
    expect(code).toBe(0)
  })

  it('lint --format json', async () => {
    const { code, stdout } = await concordat(folder, 'lint', '--format', 'json')
    const { base, findings } = JSON.parse(stdout) as { base: null; findings: Finding[] }
    expect(base).toBeNull()
    const rules = findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule)
    expect(rules).toEqual([])
    expect(code).toBe(0)
  })

  it('generates clients that compile against the packed runtime, and loads them', async () => {
    expect(await concordat(folder, 'generate')).toMatchObject({ code: 0, stderr: '' })
    const compilerOptions = { strict: true, module: 'nodenext', target: 'es2024', noEmit: true, types: [] }
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['generated'] }))
    await mustRun(folder, program('tsc'), ['-p', '.'])
    const clients = globSync('generated/**/client.ts', { cwd: folder })
    expect(clients).toHaveLength(documents)
    const imports = clients.map((path) => `import ${JSON.stringify(`./${path}`)}`)
    const script = [...imports, 'console.log(globalThis.taken)'].join('\n')
    const { stdout } = await mustRun(folder, process.execPath, ['--input-type=module', '--eval', script])
    expect(stdout).toBe('undefined\n')
  })

  it('generate --check', async () => {
    expect(await concordat(folder, 'generate', '--check')).toMatchObject({ code: 0, stderr: '' })
    rmSync(join(folder, globSync('generated/**/client.ts', { cwd: folder })[0] as string))
    const { code, stdout } = await concordat(folder, 'generate', '--check')
    expect(stdout).toMatch(/^is missing +generated\/.*client\.ts\n1 file of \d+ out of step/)
    expect(code).toBe(1)
  })

  it('docs', async () => {
    expect(await concordat(folder, 'docs', '--out', 'public')).toMatchObject({ code: 0, stderr: '' })
    expect(readFileSync(join(folder, 'public/index.html'), 'utf8')).toContain('<html')
  })
})
