import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PlannedFile } from './file-plan.ts'
import { problemsOf, refusalOf } from './testing/contracts.ts'
import { writePlan } from './write-plan.ts'

let folder: string
let root: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'concordat-write-plan-'))
  root = join(folder, 'root')
  mkdirSync(root)
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

function write(...files: readonly PlannedFile[]): void {
  writePlan(root, { files, notes: [] })
}

function created(path: string): PlannedFile {
  return { path, content: 'new', before: undefined }
}

function changed(path: string): PlannedFile {
  return { path, content: 'new', before: 'old' }
}

function put(path: string, content: string): void {
  writeFileSync(join(root, path), content)
}

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8')
}

describe('writePlan', () => {
  it('makes folders, creates and changes files, and leaves nothing else', () => {
    put('b', 'old')
    write(created('a/a/a'), changed('b'))
    expect([read('a/a/a'), read('b')]).toEqual(['new', 'new'])
    expect(readdirSync(root)).toEqual(['a', 'b'])
  })

  it('makes the root where it is missing', () => {
    rmSync(root, { recursive: true })
    write(created('a'))
    expect(read('a')).toBe('new')
  })

  it('keeps mode, byte order mark and links within the root', () => {
    put('a', '\uFEFFold')
    chmodSync(join(root, 'a'), 0o640)
    symlinkSync('a', join(root, 'link'))
    write(changed('link'))
    expect(read('a')).toBe('\uFEFFnew')
    expect(statSync(join(root, 'a')).mode & 0o777).toBe(0o640)
  })

  it('takes everything back where a later file fails', async () => {
    put('b', 'old')
    put('file', 'old')
    const [problem] = await problemsOf(() => write(created('a/a'), changed('b'), created('file/c')))
    expect(problem).toMatchObject({
      code: 'unwritable',
      message: expect.stringContaining(`Cannot write into ${root}: `),
      fix: 'Make the folder writable, or choose another one with --root DIR. Nothing was changed.',
    })
    expect(readdirSync(root)).toEqual(['b', 'file'])
    expect(read('b')).toBe('old')
  })

  it('leaves a root that it made itself only to find it unwritable as it was: missing', async () => {
    const missing = join(folder, 'x/y')
    const files = [created('a'), created('a/b')]
    await problemsOf(() => writePlan(missing, { files, notes: [] }))
    expect(existsSync(join(folder, 'x'))).toBe(false)
  })

  it('never takes the place of another file', async () => {
    put('a', 'mine')
    expect(await refusalOf(() => write(created('b'), created('a')))).toBe(
      'already-exists: a exists already. Move it away, or choose another name.',
    )
    expect(readdirSync(root)).toEqual(['a'])
  })

  it('does not write over what somebody changed since', async () => {
    put('a', 'newer')
    expect(await refusalOf(() => write(changed('a')))).toBe(
      'unwritable: a was changed by somebody else in the meantime. Try again.',
    )
    expect(read('a')).toBe('newer')
  })

  it('does not follow a link out of the root', async () => {
    symlinkSync(folder, join(root, 'out'))
    expect(await refusalOf(() => write(created('out/a')))).toBe(
      'unwritable: out/a would be written outside the root, because a link on its way leads there. Replace the link by a folder.',
    )
    writeFileSync(join(folder, 'b'), 'old')
    expect(await refusalOf(() => write(changed('out/b')))).toContain(
      'out/b would be written outside the root',
    )
    expect(readFileSync(join(folder, 'b'), 'utf8')).toBe('old')
  })
})
