import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { measure, measureBest, type Cost } from './measure.ts'
import { writeSyntheticContracts, writeSyntheticVersions } from './synthetic-contracts.ts'

/** What `check` costs on a branch of a repository with so many subjects. */
export interface CheckCosts {
  readonly subjects: number
  /** With nothing kept from an earlier run, as in CI. */
  readonly firstRun: Cost
  readonly nothingChanged: Cost
  /** One subject has a new version since the base and since the last run. */
  readonly oneChanged: Cost
  /** So many subjects have one. */
  readonly manyChanged: Cost
  readonly many: number
}

/** Checks a made-up repository from the shell, in which the base is a commit; 300 subjects change, or all where there are fewer. */
export async function measureCheck(cli: string, subjects: number): Promise<CheckCosts> {
  const folder = mkdtempSync(join(tmpdir(), 'concordat-bench-check-'))
  const check = [cli, 'check', '--root', folder]
  try {
    writeSyntheticContracts(folder, subjects)
    mkdirSync(join(folder, 'node_modules'))
    writeFileSync(join(folder, '.gitignore'), 'node_modules/\n')
    git(folder, 'init', '--quiet', '--initial-branch', 'main')
    commit(folder, 'base')
    git(folder, 'checkout', '--quiet', '-b', 'proposal')
    commit(folder, 'nothing')
    const firstRun = await measure(check, folder)
    const nothingChanged = await measureBest(3, check, folder)
    const release = (changed: number) => (round: number) => {
      writeSyntheticVersions(folder, subjects, { changed, round: changed + round })
      commit(folder, `${changed} subjects, ${round}`)
    }
    const oneChanged = await measureBest(3, check, folder, release(1))
    const many = Math.min(300, subjects)
    const manyChanged = await measureBest(3, check, folder, release(many))
    return { subjects, firstRun, nothingChanged, oneChanged, manyChanged, many }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function commit(folder: string, message: string): void {
  git(folder, 'add', '--all')
  git(folder, 'commit', '--quiet', '--allow-empty', '--message', message)
}

function git(folder: string, ...args: readonly string[]): void {
  const identity = [
    '-c',
    'user.name=Bench',
    '-c',
    'user.email=bench@example.com',
    '-c',
    'commit.gpgsign=false',
  ]
  const { status, stderr } = spawnSync('git', [...identity, ...args], { cwd: folder, encoding: 'utf8' })
  if (status !== 0) throw new Error(`git ${args.join(' ')} ended with ${status}:\n${stderr}`)
}
