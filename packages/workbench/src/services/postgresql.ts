import { execFileSync } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { aptInstall, canUseApt } from './apt.ts'
import { askPostgresql } from './ask-postgresql.ts'
import { findProgram } from './find-program.ts'
import { runStep, type Steps } from './run-step.ts'
import type { Installation, Place, Service } from './service.ts'
import { ServiceError } from './service-error.ts'
import { startProcess } from './start-process.ts'
import { isRoot, systemUser } from './system-user.ts'

/** PostgreSQL, from the system's packages. */
export const postgresql: Service = {
  name: 'postgresql',
  portNames: ['sql'],
  url: (port, password) => `postgresql://concordat:${password}@127.0.0.1:${port}/postgres`,
  ask: askPostgresql,
  install,
}

async function install(steps: Steps): Promise<Installation> {
  if (findPostgres() === undefined && canUseApt()) await aptInstall(steps, ['postgresql'])
  const postgres = findPostgres()
  if (postgres === undefined) throw new ServiceError('there is no PostgreSQL server, and apt-get needs root')
  return {
    origin: `the installed ${postgres}`,
    version: versionOf(postgres),
    start: async (place, onStart) => {
      if (!existsSync(join(place.data, 'PG_VERSION'))) await initialize(steps, dirname(postgres), place)
      onStart(await run(postgres, place))
    },
  }
}

/** Debian keeps each major version in a folder of its own, none of them on the PATH; the newest is taken. */
function findPostgres(): string | undefined {
  const versions = existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql') : []
  const newestFirst = versions.toSorted((a, b) => Number(b) - Number(a))
  return findProgram(
    'postgres',
    newestFirst.map((version) => `/usr/lib/postgresql/${version}/bin`),
  )
}

/** `postgres --version` prints a line such as: postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1) */
function versionOf(postgres: string): string | undefined {
  return /PostgreSQL\) (\S+)/.exec(execFileSync(postgres, ['--version'], { encoding: 'utf8' }))?.[1]
}

async function initialize(steps: Steps, programs: string, place: Place): Promise<void> {
  const user = owner()
  rmSync(place.data, { recursive: true, force: true })
  mkdirSync(place.data, { recursive: true, mode: 0o700 })
  const passwordFile = `${place.data}.password`
  writeFileSync(passwordFile, place.password, { mode: 0o600 })
  if (user !== undefined) for (const file of [place.data, passwordFile]) chownSync(file, user.uid, user.gid)
  const credentials = ['--username=concordat', `--pwfile=${passwordFile}`, '--auth=scram-sha-256']
  try {
    await runStep(steps, {
      what: 'making a database folder (initdb)',
      command: join(programs, 'initdb'),
      arguments: ['--pgdata', place.data, ...credentials, '--encoding=UTF8', '--no-locale', '--no-sync'],
      user,
    })
  } finally {
    rmSync(passwordFile)
  }
}

function run(postgres: string, place: Place): ReturnType<typeof startProcess> {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    // The data is thrown away by `down`; a crash of the server alone loses nothing without it.
    fsync: 'off',
  }
  // Who wrote this file has ended, or nothing would be started here; but its process id may not be reaped yet or be in
  // use again, which PostgreSQL takes for a server that still runs.
  rmSync(join(place.data, 'postmaster.pid'), { force: true })
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  return startProcess({
    program: 'postgres',
    command: postgres,
    arguments: ['-D', place.data, '-p', `${place.ports['sql']}`, ...options],
    log: place.log,
    user: owner(),
    // "Fast shutdown": SIGTERM would wait until every client has gone.
    stopSignal: 'SIGINT',
  })
}

/** PostgreSQL refuses to run as root. */
function owner(): ReturnType<typeof systemUser> {
  return isRoot() ? systemUser('postgres') : undefined
}
