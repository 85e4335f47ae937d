import { execFileSync } from 'node:child_process'
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { cacheFolder } from './folders.ts'
import { findProgram } from './find-program.ts'
import { withLock } from './lock.ts'
import { runStep, type Steps } from './run-step.ts'
import { isRoot } from './system-user.ts'

/** Whether Debian packages can be installed here without asking anybody. */
export function canUseApt(): boolean {
  return isRoot() && findProgram('apt-get') !== undefined
}

/** Installs Debian packages, with fresh package lists where the present ones do not know them. */
export async function aptInstall(steps: Steps, packages: readonly string[]): Promise<void> {
  await withLock(
    join(cacheFolder(), 'apt.lock'),
    () => steps.progress('waiting for another installation to end'),
    () => withoutStartingServices(() => installOrUpdate(steps, packages)),
  )
}

async function installOrUpdate(steps: Steps, packages: readonly string[]): Promise<void> {
  const install = {
    what: `installing ${packages.join(' ')} (apt-get)`,
    command: 'apt-get',
    arguments: ['install', '-y', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=300', ...packages],
    environment: { DEBIAN_FRONTEND: 'noninteractive' },
  }
  try {
    await runStep(steps, install)
  } catch {
    await aptUpdate(steps)
    await runStep(steps, install)
  }
}

async function aptUpdate(steps: Steps): Promise<void> {
  await runStep(steps, { what: 'fetching package lists', command: 'apt-get', arguments: ['update'] })
}

/**
 * Debian's server packages start their service when installed; ours runs beside it with its own data and ports, so the
 * packages are told not to (policy-rc.d, Debian's invoke-rc.d specification). A policy that is already there stays.
 */
async function withoutStartingServices(work: () => Promise<void>): Promise<void> {
  const policy = '/usr/sbin/policy-rc.d'
  if (existsSync(policy)) return work()
  const remove = () => rmSync(policy, { force: true })
  process.once('exit', remove)
  writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 })
  try {
    await work()
  } finally {
    remove()
    process.off('exit', remove)
  }
}

/** The mirror of Debian's main archive that this machine's apt is set up with. */
export async function debianMirror(steps: Steps): Promise<string | undefined> {
  const known = configuredMirror()
  if (known !== undefined) return known
  await aptUpdate(steps)
  return configuredMirror()
}

function configuredMirror(): string | undefined {
  const format = '$(LABEL)|$(COMPONENT)|$(REPO_URI)'
  const targets = execFileSync('apt-get', ['indextargets', '--format', format, 'Created-By: Packages'], {
    encoding: 'utf8',
  })
  const lines = targets.split('\n').map((line) => line.split('|'))
  return lines.find(([label, component]) => label === 'Debian' && component === 'main')?.[2]
}
