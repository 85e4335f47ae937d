import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { ContractError } from '../contract-error.ts'
import { loadCatalog } from '../load-catalog.ts'
import { isReadFailure, type ContractSource } from './contract-source.ts'
import { withSource, type SourceSpec } from './open-source.ts'
import { parseSource } from './parse-source.ts'

const files = {
  'asyncapi/shop/orders.yaml':
    "asyncapi: 3.0.0\ninfo: {title: T, version: 1.0.0}\nchannels: {a: {messages: {m: {payload: {$ref: '../../schemas/a/b/1.0.0.json'}}}}}\n",
  'schemas/a/b/1.0.0.json': '{"type": "object"}',
  'schemas/ünïcode name/b/1.0.0.json': '{"type": "string"}',
  'large.json': ' '.repeat(11 * 1024 * 1024),
  'node_modules/p/asyncapi.yaml': 'asyncapi: 3.0.0\n',
}

const temporary = mkdtempSync(join(tmpdir(), 'concordat-sources-'))
afterAll(() => rmSync(temporary, { recursive: true }))

const repository = join(temporary, 'repository')
writeTree(repository, files)
symlinkSync('schemas/a/b/1.0.0.json', join(repository, 'link.json'))
symlinkSync('../outside.json', join(repository, 'escape.json'))
writeFileSync(join(temporary, 'outside.json'), '{}')
git('init', '--quiet', '--initial-branch=main')
git('add', '.')
git('commit', '--quiet', '--message=first')
git('tag', 'v1')
for (const format of ['tar', 'tar.gz', 'zip']) {
  git(
    'archive',
    `--format=${format}`,
    '--prefix=shop-1.0/',
    `--output=${join(temporary, `shop.${format}`)}`,
    'v1',
  )
}

function writeTree(root: string, tree: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(tree)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
}

function git(...args: string[]): void {
  const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', '-c', 'commit.gpgsign=false']
  const { status, stderr } = spawnSync('git', [...identity, ...args], { cwd: repository })
  if (status !== 0) throw new Error(stderr.toString())
}

const specs: readonly (readonly [string, SourceSpec])[] = [
  ['folder', { kind: 'folder', path: repository }],
  ['revision', { kind: 'revision', repository, revision: 'v1' }],
  ['archive .tar', { kind: 'archive', path: join(temporary, 'shop.tar') }],
  ['archive .tar.gz', { kind: 'archive', path: join(temporary, 'shop.tar.gz') }],
  ['archive .zip', { kind: 'archive', path: join(temporary, 'shop.zip') }],
]

async function failureOf(spec: SourceSpec, path: string): Promise<string | undefined> {
  const result = await withSource(spec, (source: ContractSource) => source.read(path))
  return isReadFailure(result) ? result.failure : undefined
}

describe.each(specs)('%s', (_, spec) => {
  it('lists its files without folders that hold no contracts', async () => {
    const paths = await withSource(spec, (source) => source.list(''))
    const links = ['escape.json', 'link.json']
    expect(paths.toSorted()).toEqual(
      [...Object.keys(files).filter((path) => !path.startsWith('node_modules')), ...links].toSorted(),
    )
  })

  it('lists the files of one folder', async () => {
    expect(await withSource(spec, (source) => source.list('asyncapi'))).toEqual(['asyncapi/shop/orders.yaml'])
    expect(await withSource(spec, (source) => source.list('async'))).toEqual([])
  })

  it('reads a file', async () => {
    const bytes = await withSource(spec, (source) => source.read('schemas/a/b/1.0.0.json'))
    expect(new TextDecoder().decode(bytes as Uint8Array)).toBe('{"type": "object"}')
  })

  it('says why it cannot read a file', async () => {
    expect(await failureOf(spec, 'none.json')).toBe('missing')
    expect(await failureOf(spec, 'large.json')).toBe('too-large')
    expect(['outside-root', 'unreadable']).toContain(await failureOf(spec, 'escape.json'))
  })

  it('goes on after a file that is too large', async () => {
    const small = 'schemas/a/b/1.0.0.json'
    const read = await withSource(spec, (source) =>
      Promise.all(['large.json', small, 'large.json', small].map(source.read)),
    )
    expect(read.map((one) => (isReadFailure(one) ? one.failure : one.length))).toEqual([
      'too-large',
      18,
      'too-large',
      18,
    ])
  })

  it('gives the same catalog', async () => {
    const catalog = await loadCatalog(spec)
    expect([...catalog.files.keys()]).toEqual([
      'asyncapi/shop/orders.yaml',
      'schemas/a/b/1.0.0.json',
      'schemas/ünïcode name/b/1.0.0.json',
    ])
    expect(catalog.systems[0]?.messages[0]?.version?.id).toBe('a/b/1.0.0')
  })
})

describe('a folder', () => {
  it('follows links inside the root and refuses those that leave it', async () => {
    const spec: SourceSpec = { kind: 'folder', path: repository }
    expect(await failureOf(spec, 'link.json')).toBeUndefined()
    expect(await failureOf(spec, 'escape.json')).toBe('outside-root')
    expect(await failureOf(spec, 'schemas')).toBe('unreadable')
  })

  it('reports a reference through a link that leaves the root', async () => {
    const root = join(temporary, 'linked')
    writeTree(root, { 'asyncapi.yaml': 'asyncapi: 3.0.0\ncomponents: {schemas: {S: {$ref: ./s.json}}}\n' })
    symlinkSync('../outside.json', join(root, 's.json'))
    await expect(loadCatalog({ kind: 'folder', path: root })).rejects.toMatchObject({
      problems: [{ code: 'reference-outside-root', place: { file: 'asyncapi.yaml', line: 2, column: 28 } }],
    })
  })

  it('must exist', async () => {
    const path = join(temporary, 'none')
    expect(await errorOf({ kind: 'folder', path })).toMatchObject({
      code: 'not-found',
      message: `The folder ${path} does not exist or cannot be read.`,
    })
  })

  it('must be a folder', async () => {
    const path = join(temporary, 'outside.json')
    expect(await errorOf({ kind: 'folder', path })).toMatchObject({
      code: 'not-found',
      message: `${path} is not a folder.`,
    })
  })
})

async function errorOf(spec: SourceSpec): Promise<ContractError> {
  const error: unknown = await loadCatalog(spec).catch((caught: unknown) => caught)
  if (error instanceof ContractError) return error
  throw new Error('a ContractError was expected', { cause: error })
}

describe('a revision', () => {
  const revision = (name: string, folder = repository): SourceSpec => ({
    kind: 'revision',
    repository: folder,
    revision: name,
  })

  it('holds what was committed, not what stands in the folder', async () => {
    writeTree(repository, { 'schemas/a/b/1.0.0.json': '{"type": "object"} ' })
    const catalog = await loadCatalog(revision('HEAD'))
    writeTree(repository, files)
    expect(catalog.files.get('schemas/a/b/1.0.0.json')?.text).toBe('{"type": "object"}')
    expect(catalog.source).toMatch(/^revision HEAD \([0-9a-f]{8}\)$/)
  })

  it('takes from another catalog the files that are the same', async () => {
    writeTree(repository, { 'schemas/a/b/1.0.0.json': '{"type": "string"}' })
    const known = await loadCatalog({ kind: 'folder', path: repository })
    writeTree(repository, files)
    const catalog = await loadCatalog(revision('HEAD'), { known })
    const taken = [...catalog.files].filter(([path, file]) => known.files.get(path) === file)
    expect(taken.map(([path]) => path)).toEqual([
      'asyncapi/shop/orders.yaml',
      'schemas/ünïcode name/b/1.0.0.json',
    ])
    expect(catalog.files.get('schemas/a/b/1.0.0.json')?.value).toEqual({ type: 'object' })
  })

  it('has a folder of the repository for its root', async () => {
    expect(await failureOf(revision('main', join(repository, 'schemas')), 'a/b/1.0.0.json')).toBeUndefined()
    expect(await failureOf(revision('main', join(repository, 'schemas')), '../large.json')).toBe('missing')
  })

  it('follows links inside the root and refuses those that leave it', async () => {
    expect(await failureOf(revision('v1'), 'link.json')).toBeUndefined()
    expect(await failureOf(revision('v1'), 'escape.json')).toBe('outside-root')
  })

  it('must be known', async () => {
    const { code, message, problems } = await errorOf(revision('nowhere'))
    expect([code, message]).toEqual([
      'bad-revision',
      `The repository ${repository} knows no revision "nowhere".`,
    ])
    expect(problems[0]?.fix).toContain('git rev-parse')
  })

  it.each(['--output=pwned', '-', '--all', '', '\0'])('is never taken for an option: %j', async (name) => {
    const { code, message } = await errorOf(revision(name))
    expect([code, message]).toEqual(['bad-revision', `${JSON.stringify(name)} is not a revision.`])
  })

  it.each(['v1:schemas', 'v1 v1', '$(id)', 'v1;id'])('is one commit: %j', async (name) => {
    expect((await errorOf(revision(name))).code).toBe('bad-revision')
  })

  it('says how to get what a shallow clone does not have', async () => {
    git('commit', '--quiet', '--allow-empty', '--message=second')
    const clone = join(temporary, 'clone')
    spawnSync('git', ['clone', '--quiet', '--depth=1', '--no-tags', `file://${repository}`, clone])
    const { code, problems } = await errorOf(revision('v1', clone))
    expect(code).toBe('bad-revision')
    expect(problems[0]?.fix).toContain('git fetch --unshallow')
  })

  it.each(['--depth=1', '--no-tags'])('tells the command that fetches a branch: clone %s', async (option) => {
    git('branch', '--force', 'other')
    const clone = join(temporary, `clone${option}`)
    spawnSync('git', ['clone', '--quiet', '--single-branch', option, `file://${repository}`, clone])
    const { problems } = await errorOf(revision('origin/other', clone))
    const [, command = ''] = /"git ([^"]+)"/.exec(problems[0]?.fix ?? '') ?? []
    expect(spawnSync('git', command.split(' '), { cwd: clone }).status).toBe(0)
    const catalog = await loadCatalog(revision('origin/other', clone))
    expect(catalog.source).toMatch(/^revision origin\/other/)
  })

  it('must be one of a repository', async () => {
    expect((await errorOf(revision('main', temporary))).message).toBe(
      `${temporary} is not in a git repository.`,
    )
    const none = join(temporary, 'none')
    expect((await errorOf(revision('main', none))).message).toBe(`git cannot be run in ${none}.`)
  })
})

describe('parseSource', () => {
  it('takes a folder that exists for a folder', () => {
    expect(parseSource('schemas', repository)).toEqual({ kind: 'folder', path: join(repository, 'schemas') })
  })

  it('knows archives by their names', () => {
    expect(parseSource('old.tgz', repository)).toEqual({ kind: 'archive', path: join(repository, 'old.tgz') })
  })

  it('takes everything else for a revision', () => {
    expect(parseSource('origin/main', repository)).toEqual({
      kind: 'revision',
      repository,
      revision: 'origin/main',
    })
  })
})
