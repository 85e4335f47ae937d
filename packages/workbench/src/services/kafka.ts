import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { aptInstall, canUseApt } from './apt.ts'
import { askKafka } from './ask-kafka.ts'
import { findProgram } from './find-program.ts'
import { kafkaJars } from './kafka-jars.ts'
import { runStep, type Steps } from './run-step.ts'
import type { Installation, Place, Service } from './service.ts'
import { ServiceError } from './service-error.ts'
import { startProcess } from './start-process.ts'

/** The real Apache Kafka: one process that is broker and controller (KRaft). */
export const kafka: Service = {
  name: 'kafka',
  portNames: ['broker', 'controller'],
  url: (port) => `127.0.0.1:${port}`,
  ask: askKafka,
  install,
}

const oldestJava = 17

/** For a broker of a test: start fast and stay small. */
const javaOptions = ['-Xmx512m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1']

const logging = join(import.meta.dirname, '../../kafka/log4j2.properties')

async function install(steps: Steps): Promise<Installation> {
  const java = await findOrInstallJava(steps)
  const { folder: jars, version } = await kafkaJars(steps)
  const classpath = ['-cp', join(jars, '*'), `-Dlog4j2.configurationFile=${logging}`]
  return {
    origin: 'jars that Maven resolved',
    version,
    start: async (place, onStart) => {
      const properties = layOut(place)
      if (!existsSync(join(place.data, 'logs', 'meta.properties'))) {
        const format = ['kafka.tools.StorageTool', 'format', '--config', properties]
        await runStep(steps, {
          what: 'making a data folder (StorageTool format)',
          command: java,
          arguments: [...javaOptions, ...classpath, ...format, '--cluster-id', 'concordat-workbench-ki'],
        })
      }
      const server = [...javaOptions, ...classpath, 'kafka.Kafka', properties]
      onStart(await startProcess({ program: 'kafka', command: java, arguments: server, log: place.log }))
    },
  }
}

/** Writes the broker's configuration. https://kafka.apache.org/documentation/#brokerconfigs */
function layOut(place: Place): string {
  mkdirSync(place.data, { recursive: true })
  const broker = `PLAINTEXT://127.0.0.1:${place.ports['broker']}`
  const controller = `127.0.0.1:${place.ports['controller']}`
  const properties = {
    'process.roles': 'broker,controller',
    'node.id': 1,
    'controller.quorum.voters': `1@${controller}`,
    'controller.listener.names': 'CONTROLLER',
    listeners: `${broker},CONTROLLER://${controller}`,
    'advertised.listeners': broker,
    'log.dirs': join(place.data, 'logs'),
    // Topics come from contracts; one that appears by being misspelt would hide the mistake.
    'auto.create.topics.enable': false,
    'offsets.topic.num.partitions': 5,
    'offsets.topic.replication.factor': 1,
    'transaction.state.log.num.partitions': 5,
    'transaction.state.log.replication.factor': 1,
    'transaction.state.log.min.isr': 1,
    'share.coordinator.state.topic.replication.factor': 1,
    'share.coordinator.state.topic.min.isr': 1,
    'group.initial.rebalance.delay.ms': 0,
  }
  const file = join(place.data, 'server.properties')
  const lines = Object.entries(properties).map(([name, value]) => `${name}=${value}`)
  writeFileSync(file, `${lines.join('\n')}\n`)
  return file
}

async function findOrInstallJava(steps: Steps): Promise<string> {
  const found = findJava()
  if (found !== undefined) return found
  if (!canUseApt()) throw new ServiceError(`there is no Java ${oldestJava} or later, and apt-get needs root`)
  await aptInstall(steps, ['default-jre-headless'])
  const installed = findJava()
  if (installed !== undefined) return installed
  throw new ServiceError(`the package default-jre-headless has no Java ${oldestJava} or later`)
}

function findJava(): string | undefined {
  const home = process.env['JAVA_HOME']
  const java = findProgram('java', home ? [join(home, 'bin')] : [])
  return java !== undefined && javaVersion(java) >= oldestJava ? java : undefined
}

/** `java -version` prints a line such as: openjdk version "17.0.15" 2025-04-15 */
function javaVersion(java: string): number {
  const { stderr } = spawnSync(java, ['-version'], { encoding: 'utf8' })
  return Number(/version "(\d+)/.exec(stderr)?.[1] ?? 0)
}
