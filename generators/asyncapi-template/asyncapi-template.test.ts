import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { render } from '../typescript/testing/render.ts'
import { renderDocument } from './render-document.ts'

const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url))
const root = path('../typescript/fixtures/contracts')
const document = 'asyncapi/store/order-service.yaml'
let out: string

beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'concordat-template-'))
})

afterEach(() => rmSync(out, { recursive: true }))

it('prints one document to the byte as our own host does', async () => {
  const script = path('fixtures/run-generator.cjs')
  await promisify(execFile)(process.execPath, [
    '-C',
    '@concordat/source',
    script,
    path('package'),
    root,
    document,
    out,
  ])
  const entries = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const written = new Map(
    entries.map(({ parentPath, name }) => [
      relative(out, join(parentPath, name)),
      readFileSync(join(parentPath, name), 'utf8'),
    ]),
  )
  const own = await render({ kind: 'folder', path: root })
  expect([...written.keys()]).toContain('store/order-service/client.ts')
  expect([...written.keys()]).not.toContain('store/mail-service/client.ts')
  for (const [name, content] of written)
    expect([name, content]).toEqual([name, own.find((file) => file.path === name)?.content])
}, 60_000)

it('prints all that the document imports', async () => {
  const files = await renderDocument({ root, document, targets: ['typescript'] })
  const paths = new Set(files.map((file) => file.path))
  const imported = files.flatMap(({ path: from, content }) =>
    [...content.matchAll(/from ['"](\.[^'"]+)['"]/g)].map(([, specifier = '']) =>
      join(from, '..', specifier),
    ),
  )
  expect(imported.filter((target) => !paths.has(target))).toEqual([])
  expect(imported.length).toBeGreaterThan(10)
})

it('says so when there is no such document', async () => {
  await expect(renderDocument({ root, document: 'asyncapi/store/nobody.yaml', targets: [] })).rejects.toThrow(
    'no document',
  )
  await expect(renderDocument({ root, document, targets: ['cobol'] })).rejects.toThrow('no target "cobol"')
})
