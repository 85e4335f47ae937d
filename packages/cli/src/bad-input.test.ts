import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { runCli } from './testing/run-cli.ts'

let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'concordat-bad-input-'))
  vi.stubEnv('XDG_CACHE_HOME', join(root, '.cache'))
})

afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(root, { recursive: true, force: true })
})

const good = `asyncapi: 3.0.0
info: { title: Shop, version: 1.0.0 }
channels:
  orders:
    address: orders
    messages:
      orderPlaced: { name: OrderPlaced, payload: { $ref: ./order.yaml } }
operations:
  placeOrder: { action: send, channel: { $ref: '#/channels/orders' } }
`

const order = `type: object
properties:
  id: { type: string }
  parent: { $ref: '#' }
`

/** `order.yaml` with another line for the property `id`. */
const orderWith = (line: string): string => order.replace('  id: { type: string }', line)

function write(path: string, content: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), content)
}

/** Every file of generated/ with its bytes. */
function generated(): ReadonlyMap<string, string> {
  const entries = globSync('generated/**/*', { cwd: root, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return new Map(paths.map((path) => [path, readFileSync(path, 'latin1')]))
}

interface BadInput {
  readonly what: string
  readonly files: Readonly<Record<string, string>>
  /** What `generate` says; place and code. */
  readonly says: string
  /** What `lint` says where that is a finding; place, severity and rule. */
  readonly finding?: string
}

const mebibyte = 2 ** 20

const badInputs: readonly BadInput[] = [
  {
    what: 'broken YAML',
    files: { 'order.yaml': 'type: object\nproperties: [\n' },
    says: 'order.yaml:3:1  error  syntax',
  },
  {
    what: 'broken JSON',
    files: {
      'asyncapi.yaml': good.replace('order.yaml', 'order.json'),
      'order.json': '{\n  "type": "object",\n}',
    },
    says: 'order.json:3:1  error  syntax',
  },
  {
    what: 'a file that is not text',
    files: { 'asyncapi.yaml': good.replace('order.yaml', 'order.json'), 'order.json': '\u0000\u0001' },
    says: 'order.json:1:1  error  syntax',
  },
  {
    what: 'a reference to a file that is not there',
    files: { 'order.yaml': orderWith('  id: { $ref: ./id.json }') },
    says: 'order.yaml:3:9  error  dangling-reference',
  },
  {
    what: 'a reference to a place that is not there',
    files: { 'order.yaml': orderWith("  id: { $ref: '#/definitions/id' }") },
    says: 'order.yaml:3:9  error  dangling-reference',
  },
  {
    what: 'a reference that resolves to itself',
    files: { 'order.yaml': orderWith("  id: { $ref: '#/properties/id' }") },
    says: 'order.yaml:3:9  error  circular-reference',
  },
  {
    what: 'a reference out of the root',
    files: { 'order.yaml': orderWith('  id: { $ref: ../../etc/passwd }') },
    says: 'order.yaml:3:9  error  reference-outside-root',
  },
  {
    what: 'a reference by an absolute path',
    files: { 'order.yaml': orderWith('  id: { $ref: /etc/passwd }') },
    says: 'order.yaml:3:9  error  reference-outside-root',
  },
  {
    what: 'a reference to the network',
    files: { 'order.yaml': orderWith('  id: { $ref: https://example.com/id.json }') },
    says: 'order.yaml:3:9  error  remote-reference',
  },
  {
    what: 'a YAML bomb',
    files: {
      'order.yaml': ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i']
        .map((name, index, names) => `x-${name}: &${name} [${`*${names[index - 1]}, `.repeat(9)}]`)
        .join('\n')
        .replaceAll('*undefined', 'ha'),
    },
    says: 'order.yaml:1:1  error  alias-bomb',
  },
  {
    what: 'a document of 50 MB',
    files: { 'asyncapi.yaml': `${good}# ${' '.repeat(50 * mebibyte)}` },
    says: 'asyncapi.yaml:1:1  error  too-large',
  },
  {
    what: 'a schema of 50 MB',
    files: { 'order.yaml': `${order}# ${' '.repeat(50 * mebibyte)}` },
    says: 'asyncapi.yaml:7:52  error  too-large',
  },
  {
    what: 'an unknown keyword',
    files: { 'order.yaml': orderWith('  id: { type: string, minLenght: 1 }') },
    says: 'order.yaml:3:23  error  invalid-schema',
    finding: 'order.yaml:3:23  error  schema-invalid',
  },
  {
    what: 'an invalid regular expression',
    files: { 'order.yaml': orderWith("  id: { type: string, pattern: '^(a' }") },
    says: 'order.yaml:3:23  error  invalid-schema',
    finding: 'order.yaml:3:23  error  schema-invalid',
  },
  {
    what: 'two messages of one name',
    files: {
      'asyncapi.yaml': good.replace(
        'operations',
        '      again: { name: OrderPlaced, payload: {} }\noperations',
      ),
    },
    says: 'asyncapi.yaml:7:7  error  name-collision',
    finding: 'asyncapi.yaml:7:7  error  duplicate-message-name',
  },
  {
    what: 'names that are the same after casing',
    files: { 'asyncapi.yaml': good.replace('operations', '      order-placed: { payload: {} }\noperations') },
    says: 'asyncapi.yaml:8:7  error  name-collision',
    finding: 'asyncapi.yaml:8:7  error  name-collision',
  },
  {
    what: 'a document that AsyncAPI does not know',
    files: { 'asyncapi.yaml': good.replace('3.0.0', '4.2.0') },
    says: 'asyncapi.yaml:1:1  error  unsupported',
  },
  {
    what: 'a configuration that makes no sense',
    files: { 'concordat.config.json': '{\n  "documents": 3\n}' },
    says: 'concordat.config.json:2:3  error  bad-config',
  },
]

describe.each(badInputs)('$what', ({ files, says, finding }) => {
  it('is told once with its place, and leaves generated/ as it was', async () => {
    write('asyncapi.yaml', good)
    write('order.yaml', order)
    expect(await runCli('generate', '--root', root)).toMatchObject({ code: 0, stderr: '' })
    const before = generated()
    expect(before.size).toBeGreaterThan(3)

    for (const [path, content] of Object.entries(files)) write(path, content)
    const generate = await runCli('generate', '--root', root)
    expect(generate.stderr.split('\n')[0]).toBe(says)
    expect(generate.stderr.match(/ {2}error {2}/g)).toHaveLength(1)
    expect(generate.stderr).not.toMatch(/^\s+at /m)
    expect(generate).toMatchObject({ code: 2, stdout: '' })

    const lint = await runCli('lint', '--root', root)
    expect(finding === undefined ? lint.stderr : lint.stdout).toContain(`${finding ?? says}\n`)
    expect(lint.code).toBe(finding === undefined ? 2 : 1)
    expect(generated()).toEqual(before)
  })
})

describe('a place that cannot be written', () => {
  beforeEach(() => {
    write('asyncapi.yaml', good)
    write('order.yaml', order)
  })

  it.each([
    { what: 'a file in place of the folder', path: 'generated' },
    { what: 'a file in place of a folder in it', path: 'generated/main' },
  ])('is named: $what', async ({ path }) => {
    write(path, 'precious')
    const { code, stdout, stderr } = await runCli('generate', '--root', root)
    expect(stderr).toMatch(/^error {2}unwritable\n {2}Cannot write into the output folder .*\n {2}Fix: .*\n$/)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(readFileSync(join(root, path), 'utf8')).toBe('precious')
  })
})

describe('a command line that makes no sense', () => {
  it.each([
    [['lint', '--nope'], "Unknown option '--nope'.", 'concordat lint --help'],
    [['lint', 'extra'], 'It takes no argument, and got "extra".', 'concordat lint --help'],
    [['lint', '--format', 'xml'], '--format takes text or json, not "xml".', 'concordat lint --help'],
    [['lint', '--root'], "Option '--root <value>' argument missing.", 'concordat lint --help'],
    [
      ['generate', 'cobol'],
      'There is no target "cobol"; there is typescript, docs.',
      'concordat generate --help',
    ],
    [
      ['generate', '--check', '--watch'],
      '--check, --dry-run and --watch exclude each other.',
      'concordat generate --help',
    ],
    [['lnit'], 'There is no command "lnit".', 'concordat --help'],
    [['--root', '.', 'lint'], 'There is no option "--root" before a command.', 'concordat --help'],
  ])('%j', async (argv, message, help) => {
    expect(await runCli(...argv)).toEqual({
      code: 2,
      stdout: '',
      stderr: `error  ${message}\n  See: ${help}\n`,
    })
  })
})

describe.each(['lint', 'check', 'generate', 'docs'])('%s', (command) => {
  it('asks for a folder that exists', async () => {
    const { code, stderr } = await runCli(command, '--root', join(root, 'nowhere'))
    expect(stderr).toMatch(/^error {2}not-found\n {2}The folder .*nowhere does not exist/)
    expect(code).toBe(2)
  })

  it('says what to do in a folder without contracts', async () => {
    const { code, stderr } = await runCli(command, '--root', root)
    expect(stderr).toMatch(/^error {2}not-found\n {2}There is no AsyncAPI document in .*\n {2}Fix: .*init/)
    expect(code).toBe(2)
  })

  it('prints bad input as JSON for a program', async () => {
    write('asyncapi.yaml', 'asyncapi: 3.0.0\ninfo: [\n')
    const { code, stdout, stderr } = await runCli(command, '--root', root, '--format', 'json')
    const place = { file: 'asyncapi.yaml', line: 3, column: 1 }
    expect(JSON.parse(stdout)).toMatchObject({ error: 'syntax', problems: [{ code: 'syntax', place }] })
    expect({ code, stderr }).toEqual({ code: 2, stderr: '' })
  })
})
