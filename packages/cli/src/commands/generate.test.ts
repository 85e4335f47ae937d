import { mkdtempSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runCli } from '../testing/run-cli.ts'

function repository(config: unknown): string {
  const folder = mkdtempSync(join(tmpdir(), 'concordat-generate-'))
  writeFileSync(join(folder, 'concordat.config.json'), JSON.stringify(config))
  const channels = {
    orders: { address: 'orders', messages: { placed: { name: 'OrderPlaced', payload: { type: 'object' } } } },
  }
  const operations = { sendOrders: { action: 'send', channel: { $ref: '#/channels/orders' } } }
  const info = { title: 'Orders', version: '1.0.0' }
  writeFileSync(
    join(folder, 'orders.json'),
    JSON.stringify({ asyncapi: '3.0.0', info, channels, operations }),
  )
  return folder
}

describe('concordat generate', () => {
  it('takes the targets of the configuration', async () => {
    const folder = repository({ targets: { docs: {} } })
    const { code, stdout } = await runCli('generate', '--root', folder, '--dry-run', '--no-cache')
    expect(code).toBe(0)
    expect(stdout).toContain('generated/systems/main/events/order-placed.html')
    expect(stdout).not.toContain('client.ts')
  })

  it('refuses an option that the target does not have', async () => {
    const folder = repository({ targets: { typescript: { importExtenson: '.ts' } } })
    const { code, stderr } = await runCli('generate', '--root', folder, '--no-cache')
    expect(code).toBe(2)
    expect(stderr).toContain(
      'gives the target typescript the option "importExtenson", which it does not have',
    )
  })

  it('refuses a target that does not exist', async () => {
    const { code, stderr } = await runCli('generate', 'cobol', '--root', repository({}), '--no-cache')
    expect(code).toBe(2)
    expect(stderr).toContain('There is no target "cobol"; there is typescript, docs.')
  })

  it.each(['generated', 'generated/typescript'])(
    'refuses to write through a link at generated, into %s',
    async (path) => {
      const folder = repository({ generated: path })
      const outside = mkdtempSync(join(tmpdir(), 'concordat-outside-'))
      symlinkSync(outside, join(folder, 'generated'))
      const { code, stderr } = await runCli('generate', '--root', folder, '--no-cache')
      expect(code).toBe(2)
      expect(stderr).toContain('is a link that leads out of the repository')
      expect(readdirSync(outside)).toEqual([])
    },
  )

  it('refuses modes that exclude each other', async () => {
    const { code, stderr } = await runCli('generate', '--check', '--dry-run', '--root', repository({}))
    expect(code).toBe(2)
    expect(stderr).toContain('--check, --dry-run and --watch exclude each other')
  })

  it('prints what changed as JSON', async () => {
    const folder = repository({})
    const { stdout } = await runCli('generate', '--root', folder, '--format', 'json', '--no-cache')
    const result = JSON.parse(stdout) as {
      folder: string
      mode: string
      total: number
      changes: { path: string; kind: string }[]
    }
    expect(result).toMatchObject({ folder: 'generated', mode: 'write' })
    expect(result.changes).toHaveLength(result.total)
    expect(result.changes).toContainEqual({ path: 'main/orders/client.ts', kind: 'missing' })
  })
})
