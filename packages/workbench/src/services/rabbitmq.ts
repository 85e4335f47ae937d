import { chownSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { aptInstall, canUseApt } from './apt.ts'
import { askRabbitmq } from './ask-rabbitmq.ts'
import { debianRootWithRabbitmq } from './debian-root.ts'
import { findProgram } from './find-program.ts'
import { isFree } from './free-ports.ts'
import type { Steps } from './run-step.ts'
import type { Installation, Place, Service } from './service.ts'
import { ServiceError } from './service-error.ts'
import { type ServerCommand, startProcess } from './start-process.ts'
import { isRoot, type SystemUser, systemUser } from './system-user.ts'

/** RabbitMQ: a supported version in a Debian of its own where that can be had, else the system's package. */
export const rabbitmq: Service = {
  name: 'rabbitmq',
  portNames: ['amqp', 'distribution', 'epmd'],
  url: (port, password) => `amqp://concordat:${password}@127.0.0.1:${port}`,
  ask: askRabbitmq,
  install,
}

/** A way to run the programs of one RabbitMQ installation. */
interface Programs {
  readonly origin: string
  readonly user: SystemUser | undefined
  readonly environment: Readonly<Record<string, string>>
  /** What the data folder is called inside. */
  folder(data: string): string
  command(program: 'rabbitmq-server' | 'epmd', data: string): readonly [string, ...string[]]
}

async function install(steps: Steps): Promise<Installation> {
  const programs = await findPrograms(steps)
  return { origin: programs.origin, start: (place, onStart) => start(programs, place, onStart) }
}

async function findPrograms(steps: Steps): Promise<Programs> {
  try {
    return programsInRoot(await debianRootWithRabbitmq(steps))
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error
    steps.progress(`no RabbitMQ from a newer Debian: ${error.message}`)
  }
  const installed = programsOfSystem()
  if (installed !== undefined) return installed
  if (!canUseApt()) throw new ServiceError('there is no rabbitmq-server on the PATH, and apt-get needs root')
  await aptInstall(steps, ['rabbitmq-server'])
  const fresh = programsOfSystem()
  if (fresh === undefined)
    throw new ServiceError('the package rabbitmq-server has no program rabbitmq-server')
  return fresh
}

const inside = '/mnt'

/** Mounts what RabbitMQ needs into the folder ($1), the data folder ($2) among it, and becomes the program. */
const enter = [
  `mount -t proc proc "$1/proc" && mount --rbind /dev "$1/dev" && mount --bind "$2" "$1${inside}"`,
  'root=$1; shift 2; exec chroot --userspec=rabbitmq:rabbitmq "$root" "$@"',
].join(' && ')

function programsInRoot(root: string): Programs {
  return {
    origin: 'Debian forky in a chroot',
    user: systemUser('rabbitmq', root),
    environment: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin' },
    folder: () => inside,
    command: (program, data) => {
      const path = program === 'epmd' ? '/usr/bin/epmd' : '/usr/lib/rabbitmq/bin/rabbitmq-server'
      return ['unshare', '--mount', 'sh', '-c', enter, 'sh', root, data, path]
    },
  }
}

function programsOfSystem(): Programs | undefined {
  // Debian's program on the PATH is a wrapper that changes the user and the folders.
  const server = findProgram('rabbitmq-server', ['/usr/lib/rabbitmq/bin'])
  const epmd = findProgram('epmd')
  if (server === undefined || epmd === undefined) return undefined
  return {
    origin: `the installed ${server}`,
    user: isRoot() ? systemUser('rabbitmq') : undefined,
    environment: {},
    folder: (data) => data,
    command: (program) => [program === 'epmd' ? epmd : server],
  }
}

async function start(
  programs: Programs,
  place: Place,
  onStart: Parameters<Installation['start']>[1],
): Promise<void> {
  const folder = programs.folder(place.data)
  layOut(programs, place)
  const serverCommand = (program: 'rabbitmq-server' | 'epmd', options: readonly string[]): ServerCommand => {
    const [command, ...commandArguments] = programs.command(program, place.data)
    return {
      program,
      command,
      arguments: [...commandArguments, ...options],
      environment: { ...environment(folder, place.ports), ...programs.environment },
      log: place.log,
      // In its own Debian the program changes the user by itself, after the mounts.
      user: command === 'unshare' ? undefined : programs.user,
    }
  }
  // RabbitMQ would start Erlang's port mapper itself, as a daemon that outlives it; one of our own can be stopped.
  onStart(
    await startProcess(serverCommand('epmd', ['-port', `${place.ports['epmd']}`, '-address', '127.0.0.1'])),
  )
  await untilTaken(place.ports['epmd'] ?? 0)
  onStart(await startProcess(serverCommand('rabbitmq-server', [])))
}

function layOut(programs: Programs, place: Place): void {
  mkdirSync(place.data, { recursive: true, mode: 0o700 })
  const configuration = [
    `listeners.tcp.default = 127.0.0.1:${place.ports['amqp']}`,
    'default_user = concordat',
    `default_pass = ${place.password}`,
    'log.console = true',
    'disk_free_limit.absolute = 50MB',
  ]
  writeFileSync(join(place.data, 'rabbitmq.conf'), `${configuration.join('\n')}\n`)
  writeFileSync(join(place.data, 'enabled_plugins'), '[].\n')
  const { user } = programs
  if (user === undefined) return
  for (const file of ['', 'rabbitmq.conf', 'enabled_plugins'])
    chownSync(join(place.data, file), user.uid, user.gid)
}

/** https://www.rabbitmq.com/docs/configure#supported-environment-variables */
function environment(folder: string, ports: Place['ports']): Record<string, string> {
  return {
    HOME: folder,
    LANG: 'C.UTF-8',
    RABBITMQ_NODENAME: 'concordat@localhost',
    RABBITMQ_CONFIG_FILE: `${folder}/rabbitmq.conf`,
    RABBITMQ_ENABLED_PLUGINS_FILE: `${folder}/enabled_plugins`,
    RABBITMQ_MNESIA_BASE: `${folder}/nodes`,
    RABBITMQ_LOG_BASE: `${folder}/log`,
    RABBITMQ_LOGS: '-',
    RABBITMQ_DIST_PORT: `${ports['distribution']}`,
    RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS: '-kernel inet_dist_use_interface {127,0,0,1}',
    ERL_EPMD_PORT: `${ports['epmd']}`,
    ERL_EPMD_ADDRESS: '127.0.0.1',
    // Makes the start script become the Erlang virtual machine instead of watching over it, so that the process id
    // that we know is the broker's own.
    RUNNING_UNDER_SYSTEMD: 'true',
  }
}

async function untilTaken(port: number): Promise<void> {
  for (let tries = 0; tries < 100 && (await isFree(port)); tries += 1) await sleep(50)
}
