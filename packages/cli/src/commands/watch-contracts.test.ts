import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'

const main = join(import.meta.dirname, '../main.ts')
let child: ChildProcess | undefined

afterEach(() => child?.kill())

function contract(property: string): string {
  return JSON.stringify({
    asyncapi: '3.0.0',
    info: { title: 'Orders', version: '1.0.0' },
    channels: {
      orders: {
        address: 'orders',
        messages: {
          placed: {
            name: 'OrderPlaced',
            payload: { type: 'object', properties: { [property]: { type: 'string' } } },
          },
        },
      },
    },
    operations: { sendOrders: { action: 'send', channel: { $ref: '#/channels/orders' } } },
  })
}

it(
  'generates again when a contract changes, and goes on after one that is broken',
  { timeout: 60_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'concordat-watch-'))
    const file = join(folder, 'orders.json')
    writeFileSync(file, contract('first'))
    let output = ''
    child = spawn(process.execPath, [
      '-C',
      '@concordat/source',
      main,
      'generate',
      '--watch',
      '--root',
      folder,
    ])
    child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()))
    const printed = (text: string): Promise<void> =>
      vi.waitFor(() => expect(output).toContain(text), { timeout: 20_000, interval: 20 })

    await printed('Watching')
    writeFileSync(file, '{ "asyncapi": "3.0.0", ')
    await printed('orders.json:1:')
    output = ''
    writeFileSync(file, contract('second'))
    await printed('changed ')
    const manifest = JSON.parse(readFileSync(join(folder, 'generated/.concordat.json'), 'utf8')) as {
      typescript: string[]
    }
    const types = manifest.typescript.map((path) => readFileSync(join(folder, 'generated', path), 'utf8'))
    expect(types.some((text) => text.includes('readonly second?: string'))).toBe(true)
  },
)
