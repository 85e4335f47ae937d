import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sourceUrlOf } from './source-url.ts'

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'concordat-source-url-'))
  mkdirSync(join(folder, 'contracts of all'))
  execFileSync('git', ['init', '--quiet', folder])
})

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

describe('where sources can be read', () => {
  it.each([
    ['https://github.com/shop/contracts.git', 'https://github.com/shop/contracts/blob/HEAD/{path}#L{line}'],
    ['https://token@github.com/shop/contracts', 'https://github.com/shop/contracts/blob/HEAD/{path}#L{line}'],
    ['git@github.com:shop/contracts.git', 'https://github.com/shop/contracts/blob/HEAD/{path}#L{line}'],
    ['ssh://git@gitlab.com/a/b/c.git', 'https://gitlab.com/a/b/c/-/blob/HEAD/{path}#L{line}'],
    ['https://git.example/shop/contracts.git', undefined],
    ['https://github.com/"><script>/x.git', undefined],
    ['/srv/git/contracts.git', undefined],
  ])('is told by the remote %s', (remote, url) => {
    execFileSync('git', ['-C', folder, 'config', 'remote.origin.url', remote])
    expect(sourceUrlOf(folder)).toBe(url)
  })

  it('counts from the root of the repository', () => {
    execFileSync('git', ['-C', folder, 'config', 'remote.origin.url', 'https://github.com/shop/contracts'])
    expect(sourceUrlOf(join(folder, 'contracts of all'))).toBe(
      'https://github.com/shop/contracts/blob/HEAD/contracts%20of%20all/{path}#L{line}',
    )
  })

  it('is unknown outside a repository', () => {
    expect(sourceUrlOf(tmpdir())).toBeUndefined()
  })
})
