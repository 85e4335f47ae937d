import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ContractError } from '../model/contract-error.ts'
import { loadCatalog } from '../model/load-catalog.ts'
import { lint } from './lint.ts'
import { openBaseRevision } from './open-base-revision.ts'
import { toTexts } from './testing/check-rule.ts'
import { orderCreated } from './testing/sample-subject.ts'

let repository: string

beforeEach(() => {
  repository = mkdtempSync(join(tmpdir(), 'concordat-base-'))
  git('init', '--quiet', '--initial-branch', 'main')
})

afterEach(() => rmSync(repository, { recursive: true, force: true }))

function git(...args: readonly string[]): void {
  const author = ['-c', 'user.name=t', '-c', 'user.email=t@t.example', '-c', 'commit.gpgsign=false']
  execFileSync('git', [...author, ...args], { cwd: repository })
}

function write(folder: string, versions: Readonly<Record<string, object>>): void {
  for (const [path, text] of Object.entries(toTexts(orderCreated(versions)))) {
    const file = join(repository, folder, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
}

/** What changed since `main`, in a folder of the repository. */
async function changes(folder: string): Promise<readonly string[]> {
  const root = join(repository, folder)
  const base = await openBaseRevision(root, 'main')
  const findings = await lint(await loadCatalog({ kind: 'folder', path: root }), { base })
  return findings.map(({ rule, place }) => `${rule} ${place.file}#${place.pointer}`)
}

test.each(['', 'contracts'])('compares a working tree with a commit, in the folder "%s"', async (folder) => {
  write(folder, { '1.0.0': {}, '1.1.0': {}, '1.2.0': {} })
  git('add', '.')
  git('commit', '--quiet', '--message', 'Release')
  expect(await changes(folder)).toEqual([])

  write(folder, {
    '1.1.0': { description: 'Words may change.' },
    '1.2.0': { required: ['total'] },
    '1.3.0': {},
  })
  rmSync(join(repository, folder, 'schemas/orders/order.created/1.0.0.json'))
  expect(await changes(folder)).toEqual([
    'released-version-removed schemas/orders/order.created/1.0.0.json#',
    'released-version-changed schemas/orders/order.created/1.2.0.json#/required',
  ])
})

test.each(['mian', 'a'.repeat(40)])('refuses the revision %s, which does not exist', async (revision) => {
  await expect(openBaseRevision(repository, revision)).rejects.toThrow(ContractError)
  await expect(openBaseRevision(repository, revision)).rejects.toThrow(`knows no revision "${revision}"`)
})
