import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { runCli } from '../testing/run-cli.ts'
import { newCommand } from './new.ts'

let folder: string
let root: string

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'concordat-new-'))
  root = join(folder, 'contracts')
  vi.stubEnv('XDG_CACHE_HOME', join(folder, 'cache'))
  await runCli('init', '--root', root)
})

afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

const event = ['new', 'event', 'orders/order.shipped', '--sender', 'order-service'] as const

/** Every file under the root with its text. */
function files(): Readonly<Record<string, string>> {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return Object.fromEntries(paths.map((path) => [path, readFileSync(path, 'utf8')]))
}

describe('concordat new', () => {
  it('adds a service, an event between services and a version, and lint finds nothing', async () => {
    const service = await runCli('new', 'service', 'shop/crm-service', '--owner', 'CRM', '--root', root)
    expect(service).toEqual({ code: 0, stdout: 'created  asyncapi/shop/crm-service.yaml\n', stderr: '' })

    const receivers = ['--receiver', 'notification-service', '--receiver', 'crm-service:crm.parcels']
    expect(await runCli(...event, ...receivers, '--root', root)).toEqual({
      code: 0,
      stdout: `created  schemas/orders/order.shipped/1.0.0.json
changed  asyncapi/shop/channels.yaml
changed  asyncapi/shop/crm-service.yaml
changed  asyncapi/shop/order-service.yaml
Describe the event and its fields in schemas/orders/order.shipped/1.0.0.json.
`,
      stderr: '',
    })

    const version = ['new', 'version', 'orders/order.shipped', '--major', '--use', '--format', 'json']
    const { code, stdout } = await runCli(...version, '--root', root)
    expect({ code, ...JSON.parse(stdout) }).toEqual({
      code: 0,
      created: ['schemas/orders/order.shipped/2.0.0.json'],
      changed: ['asyncapi/shop/channels.yaml'],
    })
    expect(await runCli('lint', '--deny-warnings', '--root', root)).toMatchObject({ code: 0 })
    expect(await runCli('generate', '--root', root)).toMatchObject({ code: 0 })
  })

  it('writes nothing in a dry run', async () => {
    const before = files()
    const { code, stdout } = await runCli(...event, '--dry-run', '--root', root)
    expect(code).toBe(0)
    expect(stdout).toBe(`would create  schemas/orders/order.shipped/1.0.0.json
would change  asyncapi/shop/channels.yaml
would change  asyncapi/shop/order-service.yaml
Describe the event and its fields in schemas/orders/order.shipped/1.0.0.json.
Nobody in the system "shop" receives OrderShipped yet, and lint will say so.
`)
    expect(files()).toEqual(before)
  })

  it('writes nothing where a file is in the way', async () => {
    const path = 'schemas/orders/order.shipped'
    writeFileSync(join(root, path), 'a file')
    const before = files()
    const { code, stderr } = await runCli(...event, '--root', root)
    expect(code).toBe(2)
    expect(stderr).toContain(`error  unwritable\n  Cannot write into ${root}: `)
    expect(files()).toEqual(before)
  })

  it('writes nothing where a document is broken', async () => {
    mkdirSync(join(root, 'asyncapi/shop'), { recursive: true })
    writeFileSync(join(root, 'asyncapi/shop/broken.yaml'), 'asyncapi: 3.0.0\ninfo: {')
    const before = files()
    expect(await runCli(...event, '--root', root)).toMatchObject({ code: 2 })
    expect(files()).toEqual(before)
  })

  it.each([
    [[], 'It needs what to add: an event, a version or a service.'],
    [['topic', 'a'], 'It adds an event, a version or a service, not "topic".'],
    [['constructor', 'a'], 'It adds an event, a version or a service, not "constructor".'],
    [['event'], '"new event" needs the name of what to add.'],
    [['event', 'a/b', 'c/d'], '"new event" takes one name, and got "c/d" too.'],
    [['event', 'a/b'], '"new event" needs --sender SERVICE.'],
    [
      ['event', 'a/b', '--sender', 'c', '--use'],
      '--use says something about a new version, not about a new event.',
    ],
    [
      ['service', 'a/b', '--receiver', 'c'],
      '--receiver says something about a new event, not about a new service.',
    ],
    [['version', 'a/b', '--major', '--patch'], '--major, --minor and --patch exclude each other.'],
  ])('refuses %j', async (words, message) => {
    expect(await runCli('new', ...words, '--root', root)).toEqual({
      code: 2,
      stdout: '',
      stderr: `error  ${message}\n  See: concordat new --help\n`,
    })
  })

  it('reports a refusal as JSON', async () => {
    const { code, stdout } = await runCli(...event, '--system', 'shpo', '--root', root, '--format', 'json')
    expect(code).toBe(2)
    expect(JSON.parse(stdout)).toEqual({
      error: 'not-found',
      problems: [{ code: 'not-found', message: 'There is no system "shpo".', fix: 'Did you mean "shop"?' }],
    })
  })

  it('says of every option in help what it is about', async () => {
    const { stdout } = await runCli('new', '--help')
    for (const [name, { help }] of Object.entries(newCommand.options)) {
      expect(stdout).toContain(`--${name}`)
      expect(help).toMatch(/^(?:event|version|service): |^Write nothing/)
    }
  })
})
