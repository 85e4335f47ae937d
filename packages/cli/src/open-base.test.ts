import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openBase as openBaseOf } from './open-base.ts'

let root: string

beforeEach(() => {
  for (const name of [
    'GITHUB_BASE_REF',
    'CI_MERGE_REQUEST_TARGET_BRANCH_NAME',
    'CI_MERGE_REQUEST_DIFF_BASE_SHA',
  ])
    vi.stubEnv(name, '')
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

/** What the folder of the test is compared with. */
function openBase(named?: string): ReturnType<typeof openBaseOf> {
  return openBaseOf({ root, config: { schemas: 'schemas', documents: undefined } }, named)
}

/** What is compared with when nobody says. */
const label = (): string | undefined => {
  const base = openBase()
  return base.missing === undefined ? base.label : undefined
}

describe('openBase', () => {
  it('compares a branch with where it left the main one', () => {
    git('init', '--quiet', '--initial-branch', 'main')
    const fork = commit('one')
    git('checkout', '--quiet', '-b', 'topic')
    commit('two')
    commit('three')
    expect(label()).toBe(`main (${fork.slice(0, 8)})`)
  })

  it('compares the main branch with the commit before, so that a push to it is looked at', () => {
    git('init', '--quiet', '--initial-branch', 'main')
    const before = commit('one')
    commit('two')
    expect(label()).toBe(`HEAD^ (${before.slice(0, 8)})`)
  })

  it('compares what is not committed yet with HEAD', () => {
    git('init', '--quiet', '--initial-branch', 'main')
    commit('one')
    const head = commit('two')
    writeFileSync(join(root, 'file'), 'three')
    expect(label()).toBe(`HEAD (${head.slice(0, 8)})`)
  })

  it('compares a contract that git does not know yet with HEAD, but nothing else that lies about', () => {
    git('init', '--quiet', '--initial-branch', 'main')
    const before = commit('one')
    const head = commit('two')
    writeFileSync(join(root, 'report.json'), '{}')
    expect(label()).toBe(`HEAD^ (${before.slice(0, 8)})`)
    mkdirSync(join(root, 'schemas/orders'), { recursive: true })
    writeFileSync(join(root, 'schemas/orders/1.0.0.json'), '{}')
    expect(label()).toBe(`HEAD (${head.slice(0, 8)})`)
  })

  it('takes a folder of the configuration for a name, not for a pattern of git', () => {
    git('init', '--quiet', '--initial-branch', 'main')
    const before = commit('one')
    commit('two')
    writeFileSync(join(root, 'report.json'), '{}')
    const config = { schemas: '*', documents: [':(top)report.json'] }
    expect(openBaseOf({ root, config }, undefined)).toMatchObject({ label: `HEAD^ (${before.slice(0, 8)})` })
  })

  it('says why there is nothing to compare with', () => {
    expect(openBase().missing).toBe('there is no commit here')
    git('init', '--quiet', '--initial-branch', 'main')
    expect(openBase().missing).toBe('there is no commit here')
    commit('one')
    expect(openBase().missing).toBe('HEAD is the first commit')
  })

  it('takes a revision, a folder or an archive that is named', () => {
    git('init', '--quiet', '--initial-branch', 'main')
    const head = commit('one')
    expect(openBase('main')).toMatchObject({
      label: `main (${head.slice(0, 8)})`,
      source: { kind: 'revision', revision: head },
    })
    expect(openBase(head)).toMatchObject({ label: head.slice(0, 8) })
    mkdirSync(join(root, 'released'))
    expect(openBase('released')).toMatchObject({
      label: 'folder released',
      source: { kind: 'folder', path: join(root, 'released') },
    })
    expect(openBase('v1.tgz')).toMatchObject({ label: 'archive v1.tgz', source: { kind: 'archive' } })
    expect(openBase('nowhere')).toMatchObject({ source: { kind: 'revision', revision: 'nowhere' } })
  })

  it('asks for a deeper clone where history was left out', () => {
    git('init', '--quiet', '--initial-branch', 'main')
    commit('one')
    commit('two')
    const origin = root
    root = mkdtempSync(join(tmpdir(), 'concordat-shallow-'))
    git('clone', '--quiet', '--depth', '1', `file://${origin}`, '.')
    expect(openBase().missing).toBe('the clone is shallow, it needs fetch-depth 2 or more')
  })

  describe('in a job for a pull request', () => {
    let origin: string
    let fork: string

    beforeEach(() => {
      vi.stubEnv('GITHUB_BASE_REF', 'release')
      git('init', '--quiet', '--initial-branch', 'main')
      commit('one')
      git('checkout', '--quiet', '-b', 'release')
      fork = commit('two')
      git('checkout', '--quiet', '-b', 'topic')
      commit('three')
      commit('four')
      origin = root
      root = mkdtempSync(join(tmpdir(), 'concordat-clone-'))
    })

    function clone(...options: readonly string[]): void {
      git('clone', '--quiet', ...options, `file://${origin}`, '.')
    }

    it('compares with where the branch left the one that it is to be merged into', () => {
      clone()
      expect(label()).toBe(`origin/release (${fork.slice(0, 8)})`)
    })

    it('knows the target of a merge request of GitLab', () => {
      vi.stubEnv('GITHUB_BASE_REF', '')
      vi.stubEnv('CI_MERGE_REQUEST_TARGET_BRANCH_NAME', 'release')
      clone()
      expect(label()).toBe(`origin/release (${fork.slice(0, 8)})`)
    })

    it('believes GitLab, which fetches no other branch, where the branch left its target', () => {
      vi.stubEnv('GITHUB_BASE_REF', '')
      vi.stubEnv('CI_MERGE_REQUEST_TARGET_BRANCH_NAME', 'release')
      vi.stubEnv('CI_MERGE_REQUEST_DIFF_BASE_SHA', fork)
      clone('--single-branch', '--branch', 'topic')
      expect(label()).toBe(`release (${fork.slice(0, 8)})`)
      vi.stubEnv('CI_MERGE_REQUEST_DIFF_BASE_SHA', '0'.repeat(40))
      expect(label()).toBeUndefined()
    })

    it('never takes the commit before for it, which would hide what earlier commits of the branch break', () => {
      clone('--depth', '2', '--single-branch', '--branch', 'topic')
      expect(openBase()).toEqual({
        missing: 'the clone does not go back to where this branch left release',
        fix: expect.stringContaining('"git fetch origin release:refs/remotes/origin/release"') as string,
      })
    })

    it('needs two commits where a merge with the target is checked out', () => {
      root = origin
      git('checkout', '--quiet', '-b', 'merge', 'release')
      git('merge', '--quiet', '--no-ff', '--no-edit', 'topic')
      root = mkdtempSync(join(tmpdir(), 'concordat-clone-'))
      clone('--depth', '2', '--single-branch', '--branch', 'merge')
      expect(label()).toBe(`release (${fork.slice(0, 8)})`)
    })
  })
})
