import { createHash } from 'node:crypto'
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import { aptInstall, canUseApt } from './apt.ts'
import { findProgram } from './find-program.ts'
import { cacheFolder } from './folders.ts'
import { withLock } from './lock.ts'
import { runStep, type Steps } from './run-step.ts'
import { ServiceError } from './service-error.ts'

const pom = join(import.meta.dirname, '../../kafka/pom.xml')

const mavenOptions = ['--batch-mode', '--no-transfer-progress', '--strict-checksums']

export interface KafkaJars {
  readonly folder: string
  readonly version: string | undefined
}

/** A folder with the jars of Apache Kafka that `kafka/pom.xml` names, resolved by Maven once for all clones. */
export async function kafkaJars(steps: Steps): Promise<KafkaJars> {
  const wanted = readFileSync(pom, 'utf8')
  const hash = createHash('sha256').update(wanted).digest('hex')
  const folder = join(cacheFolder(), `kafka-${hash.slice(0, 12)}`)
  await withLock(
    `${folder}.lock`,
    () => steps.progress('waiting for another installation to end'),
    async () => {
      if (!existsSync(folder)) await resolve(steps, folder)
    },
  )
  const version = /<artifactId>kafka-tools<\/artifactId>\s*<version>([^<]+)/.exec(wanted)?.[1]
  return { folder, version }
}

async function resolve(steps: Steps, folder: string): Promise<void> {
  if (findProgram('mvn') === undefined) {
    if (!canUseApt()) throw new ServiceError('there is no Maven (mvn) on the PATH, and apt-get needs root')
    await aptInstall(steps, ['maven'])
  }
  const draft = `${folder}.partial`
  rmSync(draft, { recursive: true, force: true })
  await runStep(steps, {
    what: 'resolving the jars of Apache Kafka (Maven, 55 MB)',
    command: 'mvn',
    arguments: [...mavenOptions, '--file', pom, 'dependency:copy-dependencies', `-DoutputDirectory=${draft}`],
  })
  renameSync(draft, folder)
}
