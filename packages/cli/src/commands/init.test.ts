import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { runCli } from '../testing/run-cli.ts'

let folder: string
let root: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'concordat-init-'))
  root = join(folder, 'contracts')
  vi.stubEnv('XDG_CACHE_HOME', join(folder, 'cache'))
})

afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

describe('concordat init', () => {
  it.each(['amqp', 'kafka'])('lays down contracts on %s that lint and generate take', async (protocol) => {
    expect(await runCli('init', '--protocol', protocol, '--root', root)).toEqual({
      code: 0,
      stdout: `created  .gitattributes
created  asyncapi/shop/channels.yaml
created  asyncapi/shop/notification-service.yaml
created  asyncapi/shop/order-service.yaml
created  concordat.config.json
created  schemas/envelopes/event-envelope/1.0.0.json
created  schemas/orders/order.created/1.0.0.json

Next: concordat lint --root ${root}
      concordat generate --root ${root}
`,
      stderr: '',
    })
    expect(await runCli('lint', '--deny-warnings', '--root', root)).toMatchObject({
      code: 0,
      stdout:
        'no findings in 3 documents and 2 schema versions, nothing to compare with: there is no commit here\n',
    })
    expect(await runCli('generate', '--root', root)).toMatchObject({ code: 0 })
    const client = readFileSync(join(root, 'generated/shop/order-service/client.ts'), 'utf8')
    expect(client).toContain('OrderCreated')
    expect(await runCli('generate', '--check', '--root', root)).toMatchObject({ code: 0 })
  })

  it('refuses to overwrite anything, and writes nothing', async () => {
    await runCli('init', '--root', root)
    const path = join(root, 'schemas/orders/order.created/1.0.0.json')
    rmSync(join(root, 'asyncapi'), { recursive: true })
    writeFileSync(path, 'mine')
    const ending = await runCli('init', '--root', root)
    expect(ending).toEqual({
      code: 2,
      stdout: '',
      stderr: `error  already-exists
  concordat.config.json, schemas/envelopes/event-envelope/1.0.0.json, schemas/orders/order.created/1.0.0.json exist already, and init overwrites nothing.
  Fix: Choose another folder with --root DIR, or add to what is there with: concordat new event
`,
    })
    expect(readFileSync(path, 'utf8')).toBe('mine')
    expect(readdirSync(root)).not.toContain('asyncapi')
  })

  it('names the files as JSON', async () => {
    const { code, stdout } = await runCli('init', '--system', 'billing', '--root', root, '--format', 'json')
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toEqual({
      created: [
        '.gitattributes',
        'asyncapi/billing/channels.yaml',
        'asyncapi/billing/notification-service.yaml',
        'asyncapi/billing/order-service.yaml',
        'concordat.config.json',
        'schemas/envelopes/event-envelope/1.0.0.json',
        'schemas/orders/order.created/1.0.0.json',
      ],
      changed: [],
    })
  })

  it('writes nothing in a dry run', async () => {
    const { code, stdout } = await runCli('init', '--dry-run', '--root', root)
    expect(code).toBe(0)
    expect(stdout).toContain('would create  asyncapi/shop/channels.yaml\n')
    expect(existsSync(root)).toBe(false)
  })

  it.each([
    [
      ['--protocol', 'mqtt'],
      'error  --protocol takes amqp or kafka, not "mqtt".\n  See: concordat init --help\n',
    ],
    [
      ['--system', '../shop'],
      'error  bad-name\n  "../shop" is not the name of a system.\n  Fix: Use lower-case letters, digits and hyphens, like "event-bus".\n',
    ],
    [['shop'], 'error  It takes no argument, and got "shop".\n  See: concordat init --help\n'],
  ])('refuses %j', async (options, stderr) => {
    expect(await runCli('init', ...options, '--root', root)).toEqual({ code: 2, stdout: '', stderr })
    expect(existsSync(root)).toBe(false)
  })
})
