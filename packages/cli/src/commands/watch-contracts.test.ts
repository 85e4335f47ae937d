import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { appendFileSync, cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'
import type { Invocation } from '../command.ts'
import { processOutput } from '../output/output.ts'
import { openWorkspace } from '../workspace.ts'
import { watchContracts } from './watch-contracts.ts'

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

/** Watches a folder until the work is done for the second time; `change` is called when the first time is over. */
function watchTwice(folder: string, work: () => Promise<unknown>, change: () => void): Promise<unknown> {
  let count = 0
  const invocation: Invocation = {
    arguments: [],
    flag: () => false,
    value: () => undefined,
    values: () => [],
    root: folder,
    format: 'text',
    // What it says is that it watches now.
    output: { ...processOutput, printError: () => void setTimeout(change, 10) },
  }
  return watchContracts(invocation, async () => {
    count++
    if (count > 1) throw new Error('did it again')
    await work()
  })
}

it('does not miss a change that comes during the first piece of work', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'concordat-watch-'))
  const file = join(folder, 'orders.json')
  writeFileSync(file, contract('first'))
  const work = (): Promise<void> => Promise.resolve(writeFileSync(file, contract('second')))
  await expect(watchTwice(folder, work, () => {})).rejects.toThrow('did it again')
})

it('sees a change of a file in another language that a contract refers to', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'concordat-watch-'))
  cpSync(join(import.meta.dirname, '../../fixtures/parking'), folder, { recursive: true })
  const work = async (): Promise<void> => {
    const workspace = await openWorkspace({ root: folder, flag: () => false })
    await workspace.fingerprint()
    await workspace.loadCatalog()
    workspace.cache.flush()
  }
  const change = (): void => appendFileSync(join(folder, 'tariff.avsc'), '\n')
  await expect(watchTwice(folder, work, change)).rejects.toThrow('did it again')
})
