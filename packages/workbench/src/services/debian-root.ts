import { spawnSync } from 'node:child_process'
import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { aptInstall, canUseApt, debianMirror } from './apt.ts'
import { findProgram } from './find-program.ts'
import { cacheFolder } from './folders.ts'
import { withLock } from './lock.ts'
import { runStep, type Steps } from './run-step.ts'
import { ServiceError } from './service-error.ts'

/** The Debian release whose RabbitMQ is one that its makers still support. */
const release = 'forky'

/**
 * A folder that holds a minimal Debian of that release with RabbitMQ in it, made by debootstrap from the mirror that
 * apt uses here. Throws a `ServiceError` where this machine cannot have one.
 */
export async function debianRootWithRabbitmq(steps: Steps): Promise<string> {
  const root = join(cacheFolder(), `rabbitmq-${release}`)
  requireChroot()
  await withLock(
    `${root}.lock`,
    () => steps.progress('waiting for another installation to end'),
    async () => {
      if (!existsSync(root)) await makeRoot(steps, root)
    },
  )
  return root
}

function requireChroot(): void {
  if (!canUseApt()) throw new ServiceError('a Debian in a folder of its own needs root and apt-get')
  // Mounts made in a namespace of their own are gone with the process that made them, so none is ever left over.
  if (spawnSync('unshare', ['--mount', 'true']).status !== 0) {
    throw new ServiceError('this machine does not allow mounts in a namespace of their own (unshare --mount)')
  }
}

async function makeRoot(steps: Steps, root: string): Promise<void> {
  if (findProgram('debootstrap') === undefined) await aptInstall(steps, ['debootstrap'])
  const mirror = await debianMirror(steps)
  if (mirror === undefined) throw new ServiceError('apt is not set up with a mirror of Debian')
  const draft = `${root}.partial`
  rmSync(draft, { recursive: true, force: true })
  // An older debootstrap does not know the release by name; "sid" is the script for all that are recent.
  const debootstrap = ['--variant=minbase', '--include=rabbitmq-server', release, draft, mirror, 'sid']
  await runStep(steps, {
    what: `installing RabbitMQ from Debian ${release} (debootstrap, about half a minute)`,
    command: 'unshare',
    arguments: ['--mount', 'debootstrap', ...debootstrap],
  })
  writeFileSync(join(draft, 'etc/hosts'), '127.0.0.1 localhost\n::1 localhost\n')
  rmSync(join(draft, 'var/cache/apt/archives'), { recursive: true, force: true })
  renameSync(draft, root)
}
