import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openBase } from './open-base.ts'

let root: string

beforeEach(() => {
  vi.stubEnv('GITHUB_BASE_REF', '')
  root = mkdtempSync(join(tmpdir(), 'concordat-base-'))
})

afterEach(() => {
  vi.unstubAllEnvs()
})

function git(...args: readonly string[]): string {
  const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com']
  return execFileSync('git', [...identity, ...args], { cwd: root, encoding: 'utf8' }).trim()
}

/** Commits a file and tells the commit. */
function commit(content: string): string {
  writeFileSync(join(root, 'file'), content)
  git('add', 'file')
  git('commit', '--quiet', '--message', content)
  return git('rev-parse', 'HEAD')
}

const label = (): string | undefined => openBase(root, undefined).revision?.label

describe('openBase', () => {
  it('compares a branch with where it left the main one', () => {
    git('init', '--quiet', '--initial-branch', 'main')
    const fork = commit('one')
    git('checkout', '--quiet', '-b', 'topic')
    commit('two')
    commit('three')
    expect(label()).toBe(fork.slice(0, 8))
  })

  it('compares the main branch with the commit before, so that a push to it is looked at', () => {
    git('init', '--quiet', '--initial-branch', 'main')
    const before = commit('one')
    commit('two')
    expect(label()).toBe(before.slice(0, 8))
  })

  it('compares what is not committed yet with HEAD', () => {
    git('init', '--quiet', '--initial-branch', 'main')
    commit('one')
    const head = commit('two')
    writeFileSync(join(root, 'file'), 'three')
    expect(label()).toBe(head.slice(0, 8))
  })

  it('says why there is nothing to compare with', () => {
    expect(openBase(root, undefined).reason).toBe('there is no commit here')
    git('init', '--quiet', '--initial-branch', 'main')
    expect(openBase(root, undefined).reason).toBe('there is no commit here')
    commit('one')
    expect(openBase(root, undefined).reason).toBe('HEAD is the first commit')
  })

  it('asks for a deeper clone where history was left out', () => {
    git('init', '--quiet', '--initial-branch', 'main')
    commit('one')
    commit('two')
    const origin = root
    root = mkdtempSync(join(tmpdir(), 'concordat-shallow-'))
    git('clone', '--quiet', '--depth', '1', `file://${origin}`, '.')
    expect(openBase(root, undefined).reason).toBe('the clone is shallow, it needs fetch-depth 2 or more')
  })
})
