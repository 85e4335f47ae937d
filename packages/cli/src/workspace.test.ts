import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openWorkspace } from './workspace.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'concordat-workspace-'))
  mkdirSync(join(root, 'node_modules'))
})
afterEach(() => rmSync(root, { recursive: true }))

function write(path: string, content: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), content)
}

/** What a command does that loads the catalog where the fingerprint is a new one. */
async function fingerprint(): Promise<string> {
  const workspace = await openWorkspace({ root, flag: () => false })
  const found = await workspace.fingerprint()
  await workspace.loadCatalog()
  workspace.cache.flush()
  return found
}

const document = (reference: string): string => `asyncapi: 3.0.0
info: { title: App, version: 1.0.0 }
channels: { c: { messages: { m: { payload: { $ref: '${reference}' } } } } }
`

describe('the fingerprint of a workspace', () => {
  it('stays while nothing changes, whatever is generated', async () => {
    write('asyncapi/app.yaml', document('../order.json'))
    write('order.json', '{}')
    const first = await fingerprint()
    write('generated/new.json', '{}')
    write('README.md', 'new')
    expect(await fingerprint()).toBe(first)
  })

  it.each([
    'order.json',
    'order.avsc',
    'generated/order.json',
    '.hidden/order.yaml',
    'node_modules/p/order.yml',
  ])('changes with %s, which a document refers to', async (path) => {
    write('asyncapi/app.yaml', document(`../${path}`))
    write(path, '{}')
    await fingerprint()
    const before = await fingerprint()
    expect(await fingerprint()).toBe(before)
    write(path, '{"type": "object"}')
    expect(await fingerprint()).not.toBe(before)
  })

  it('changes with a new file', async () => {
    write('asyncapi/app.yaml', document('../order.json'))
    write('order.json', '{}')
    const before = await fingerprint()
    write('asyncapi/other.YML', document('../order.json'))
    expect(await fingerprint()).not.toBe(before)
  })
})
