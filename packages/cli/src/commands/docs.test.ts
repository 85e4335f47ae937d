import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { runCli } from '../testing/run-cli.ts'

const FIXTURE = join(import.meta.dirname, '../../fixtures/webshop')
const scratch = mkdtempSync(join(tmpdir(), 'concordat-docs-'))
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(scratch, 'contracts-'))
  cpSync(FIXTURE, folder, { recursive: true })
})

afterAll(() => {
  rmSync(scratch, { recursive: true, force: true })
})

const docs = (...args: readonly string[]): ReturnType<typeof runCli> =>
  runCli('docs', '--root', folder, '--out', join(folder, 'public'), ...args)
const page = (path: string): string => readFileSync(join(folder, 'public', path), 'utf8')

describe('concordat docs', () => {
  it('shows findings where it is asked to', async () => {
    expect(await docs()).toMatchObject({ code: 0 })
    expect(existsSync(join(folder, 'public/lint.html'))).toBe(false)
    expect(await docs('--lint')).toMatchObject({ code: 0 })
    expect(page('lint.html')).toContain('<h1>Lint</h1>')
  })

  it('shows what changed against a folder', async () => {
    const before = mkdtempSync(join(scratch, 'before-'))
    cpSync(FIXTURE, before, { recursive: true })
    const file = join(folder, 'docs/events/asyncapi.yml')
    writeFileSync(file, readFileSync(file, 'utf8').replace('orders.placed', 'orders.taken'))
    expect(await docs('--against', before)).toMatchObject({ code: 0 })
    expect(page('changes.html')).toContain('orders.taken')
  })

  it('takes what it has written for no contract', async () => {
    await docs()
    const first = page('index.html')
    await docs()
    expect(page('index.html')).toBe(first)
  })

  it('wants to know where to serve only when it serves', async () => {
    expect(await docs('--port', '80')).toMatchObject({ code: 2, stderr: expect.stringContaining('--serve') })
    expect(await docs('--serve', '--port', 'http')).toMatchObject({ code: 2 })
  })
})
