import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { openCache } from '../cache/open-cache.ts'
import type { Catalog } from '../model/catalog.ts'
import { ContractError } from '../model/contract-error.ts'
import { generate, isInStep } from './generate.ts'
import type { GenerateResult } from './generate.ts'
import type { Generator } from './generator.ts'
import { MANIFEST } from './manifest.ts'

const catalog = {} as Catalog
let folder: string
let cacheFolder: string
let renders: string[]

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'concordat-generate-')), 'out')
  cacheFolder = mkdtempSync(join(tmpdir(), 'concordat-generate-cache-'))
  renders = []
})

/** A generator that prints each entry of a table into a file of its own. */
function tableGenerator(table: Readonly<Record<string, string>>, name = 'table'): Generator {
  return {
    name,
    description: 'Prints a table',
    plan: async () =>
      Object.entries(table).map(([path, content]) => ({
        inputs: content,
        paths: [path],
        render: () => {
          renders.push(path)
          return Promise.resolve([{ path, content }])
        },
      })),
  }
}

function run(
  table: Readonly<Record<string, string>>,
  options: { mode?: 'write' | 'check' | 'dry-run'; name?: string; inputs?: string } = {},
): Promise<GenerateResult> {
  const cache = openCache(cacheFolder, '1')
  const result = generate({
    catalog,
    generators: [tableGenerator(table, options.name)],
    optionsOf: () => ({}),
    folder,
    mode: options.mode ?? 'write',
    cache,
    codeVersion: '1',
    ...(options.inputs === undefined ? {} : { inputs: options.inputs }),
  })
  return result.finally(() => cache.flush())
}

const read = (path: string): string => readFileSync(join(folder, path), 'utf8')

describe('generate', () => {
  it('writes what is missing and tells so', async () => {
    const result = await run({ 'a/x.ts': 'X', 'b.ts': 'B' })
    expect(result.changes.map(({ path, kind }) => `${path} ${kind}`)).toEqual([
      `${MANIFEST} missing`,
      'a/x.ts missing',
      'b.ts missing',
    ])
    expect([read('a/x.ts'), read('b.ts'), result.total]).toEqual(['X', 'B', 3])
  })

  it('renders nothing again when nothing changed', async () => {
    await run({ 'a.ts': 'A' })
    renders = []
    expect((await run({ 'a.ts': 'A' })).changes).toEqual([])
    expect(renders).toEqual([])
  })

  it('renders only the unit whose inputs changed', async () => {
    await run({ 'a.ts': 'A', 'b.ts': 'B' })
    renders = []
    expect((await run({ 'a.ts': 'A', 'b.ts': 'B2' })).changes).toEqual([{ path: 'b.ts', kind: 'different' }])
    expect(renders).toEqual(['b.ts'])
  })

  it('mends a file that was edited by hand', async () => {
    await run({ 'a.ts': 'A' })
    writeFileSync(join(folder, 'a.ts'), 'edited')
    expect((await run({ 'a.ts': 'A' })).changes).toEqual([{ path: 'a.ts', kind: 'different' }])
    expect(read('a.ts')).toBe('A')
  })

  it('does not touch a file whose content is already right', async () => {
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'a.ts'), 'A')
    chmodSync(join(folder, 'a.ts'), 0o444)
    expect((await run({ 'a.ts': 'A' })).changes.map(({ path }) => path)).toEqual([MANIFEST])
  })

  it('removes a stale file and the folder that this leaves empty, and nothing that it did not write', async () => {
    await run({ 'old/a.ts': 'A', 'b.ts': 'B' })
    writeFileSync(join(folder, 'mine.ts'), 'mine')
    expect((await run({ 'b.ts': 'B' })).changes).toContainEqual({ path: 'old/a.ts', kind: 'stale' })
    expect(readdirSync(folder).toSorted()).toEqual([MANIFEST, 'b.ts', 'mine.ts'])
  })

  it('leaves the files of a target that was not asked for', async () => {
    await run({ 'a.ts': 'A' }, { name: 'first' })
    await run({ 'b.ts': 'B' }, { name: 'second' })
    expect([read('a.ts'), read('b.ts')]).toEqual(['A', 'B'])
    expect(JSON.parse(read(MANIFEST))).toEqual({ first: ['a.ts'], second: ['b.ts'] })
  })

  it.each(['check', 'dry-run'] as const)(
    'names each drifted file under %s and writes nothing',
    async (mode) => {
      await run({ 'a.ts': 'A', 'gone.ts': 'G' })
      writeFileSync(join(folder, 'a.ts'), 'edited')
      const result = await run({ 'a.ts': 'A', 'new.ts': 'N' }, { mode })
      expect(result.changes).toEqual([
        { path: MANIFEST, kind: 'different' },
        { path: 'a.ts', kind: 'different' },
        { path: 'gone.ts', kind: 'stale' },
        { path: 'new.ts', kind: 'missing' },
      ])
      expect([read('a.ts'), existsSync(join(folder, 'new.ts'))]).toEqual(['edited', false])
    },
  )

  it('takes away what a killed run left, and nothing of one that runs', async () => {
    await run({ 'a.ts': 'A' })
    const { pid: ended } = spawnSync(process.execPath, ['--version'])
    for (const pid of [ended, process.pid])
      mkdirSync(join(folder, `.staging-${pid}-x`, 'deep'), { recursive: true })
    await run({ 'a.ts': 'A2' })
    expect(readdirSync(folder).toSorted()).toEqual([MANIFEST, `.staging-${process.pid}-x`, 'a.ts'].toSorted())
  })

  it('leaves the folder as it was when a unit cannot be rendered', async () => {
    await run({ 'a.ts': 'A' })
    const broken: Generator = {
      name: 'table',
      description: '',
      plan: async () => [
        { inputs: '2', paths: ['a.ts'], render: () => Promise.resolve([{ path: 'a.ts', content: 'A2' }]) },
        { inputs: '2', paths: ['b.ts'], render: () => Promise.reject(new Error('cannot')) },
      ],
    }
    const cache = openCache(cacheFolder, '1')
    const request = {
      catalog,
      generators: [broken],
      optionsOf: () => ({}),
      folder,
      mode: 'write',
      cache,
      codeVersion: '1',
    } as const
    await expect(generate(request)).rejects.toThrow('cannot')
    expect(readdirSync(folder).toSorted()).toEqual([MANIFEST, 'a.ts'])
    expect(read('a.ts')).toBe('A')
  })

  it('says which file cannot be printed because a schema is nested too deep', async () => {
    const plan: Generator['plan'] = async () => [
      {
        inputs: '1',
        paths: ['a.ts'],
        render: () => Promise.reject(new RangeError('Maximum call stack size exceeded')),
      },
    ]
    const cache = openCache(cacheFolder, '1')
    const generators = [{ name: 'deep', description: '', plan }]
    const request = {
      catalog,
      generators,
      optionsOf: () => ({}),
      folder,
      mode: 'write',
      cache,
      codeVersion: '1',
    } as const
    await expect(generate(request)).rejects.toThrow(
      'a.ts cannot be generated: a schema behind it is nested too deep.',
    )
  })

  it('refuses two units that print the same file, also where only the case differs', async () => {
    await expect(run({ 'a.ts': 'A', 'A.ts': 'B' })).rejects.toThrow(
      'a.ts and A.ts, which differ in case only',
    )
  })

  it('says what to do when the folder cannot be written', async () => {
    writeFileSync(folder, 'a file stands where the folder should be')
    const error: unknown = await run({ 'a.ts': 'A' }).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(ContractError)
    expect((error as ContractError).code).toBe('unwritable')
  })

  it('leaves the folder as it was when one of its files cannot be put in place', async () => {
    await run({ 'a.ts': 'A', 'b.ts': 'B' })
    mkdirSync(join(folder, 'z.ts'))
    await expect(run({ 'a.ts': 'A2', 'z.ts': 'Z' })).rejects.toThrow('z.ts is a folder')
    expect(readdirSync(folder).toSorted()).toEqual([MANIFEST, 'a.ts', 'b.ts', 'z.ts'])
    expect(read('a.ts')).toBe('A')
  })

  it('does not write through a link that leads out of the folder', async () => {
    await run({ 'a.ts': 'A' })
    const outside = mkdtempSync(join(tmpdir(), 'concordat-outside-'))
    symlinkSync(outside, join(folder, 'link'))
    await expect(run({ 'link/deep/b.ts': 'B' })).rejects.toThrow('link that leads out')
    expect(readdirSync(outside)).toEqual([])
  })

  it('ignores a manifest that points out of the folder', async () => {
    await run({ 'a.ts': 'A' })
    const victim = join(folder, '..', 'victim.ts')
    writeFileSync(victim, 'precious')
    writeFileSync(
      join(folder, MANIFEST),
      JSON.stringify({ table: ['../victim.ts', '/etc/hosts', 'x/../../victim.ts'] }),
    )
    await run({ 'a.ts': 'A' })
    expect(existsSync(victim)).toBe(true)
  })

  it('does not remove through a link that leads out of the folder', async () => {
    await run({ 'a.ts': 'A' })
    const outside = mkdtempSync(join(tmpdir(), 'concordat-outside-'))
    writeFileSync(join(outside, 'victim.ts'), 'precious')
    symlinkSync(outside, join(folder, 'link'))
    writeFileSync(join(folder, MANIFEST), JSON.stringify({ table: ['link/victim.ts'] }))
    await run({ 'a.ts': 'A' })
    expect(existsSync(join(outside, 'victim.ts'))).toBe(true)
  })
})

describe('isInStep', () => {
  const ask = (inputs: string): boolean => isInStep(openCache(cacheFolder, '1'), folder, inputs) !== undefined

  it('holds after a run with the same inputs', async () => {
    await run({ 'a.ts': 'A' }, { inputs: 'i1' })
    expect([ask('i1'), ask('i2')]).toEqual([true, false])
  })

  it('holds after a run for another folder', async () => {
    await run({ 'a.ts': 'A' }, { inputs: 'i1' })
    const first = folder
    folder = join(mkdtempSync(join(tmpdir(), 'concordat-generate-')), 'out')
    await run({ 'a.ts': 'A' }, { inputs: 'i1' })
    folder = first
    expect(ask('i1')).toBe(true)
  })

  it('fails once a generated file was touched or removed', async () => {
    await run({ 'a.ts': 'A' }, { inputs: 'i1' })
    writeFileSync(join(folder, 'a.ts'), 'B')
    expect(ask('i1')).toBe(false)
  })
})
