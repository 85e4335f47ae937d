import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { setup } from './temporary-folder.ts'

it('stands around every run of the tests', () => {
  expect(basename(tmpdir())).toMatch(/^concordat-tests-/)
  expect(process.env['XDG_CACHE_HOME']).toBe(join(tmpdir(), 'cache'))
})

it('takes with it what was left in it, and gives the folder of before back', () => {
  const before = tmpdir()
  const remove = setup()
  const own = tmpdir()
  const left = mkdtempSync(join(own, 'left-'))
  mkdirSync(join(left, 'deeper'))
  writeFileSync(join(left, 'deeper', 'file'), '')
  remove()
  expect([dirname(own), tmpdir(), existsSync(own)]).toEqual([before, before, false])
})
