import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { fingerprintCode } from './fingerprint.ts'

function codeFolder(): { readonly folder: string; readonly write: (path: string) => void } {
  const folder = mkdtempSync(join(tmpdir(), 'concordat-fingerprint-'))
  const write = (path: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), '')
  }
  write('a.ts')
  return { folder, write }
}

test('code has another fingerprint once a file of it was written', () => {
  const { folder, write } = codeFolder()
  const before = fingerprintCode([folder])
  write('deep/b.ts')
  expect(fingerprintCode([folder])).not.toBe(before)
})

test.each(['a.test.ts', 'node_modules/x/index.js', 'dist/a.js'])('%s is no code that runs', (path) => {
  const { folder, write } = codeFolder()
  const before = fingerprintCode([folder])
  write(path)
  expect(fingerprintCode([folder])).toBe(before)
})
