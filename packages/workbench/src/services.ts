import { styleText } from 'node:util'

import { exitCode } from './exit-code.ts'
import { down } from './services/down.ts'
import { ServiceError } from './services/service-error.ts'
import { serviceVariables } from './services/service-name.ts'
import { parseServicesArguments, type ServicesCall } from './services/services-arguments.ts'
import { type ServiceStatus, status } from './services/status.ts'
import { up } from './services/up.ts'

const help = `Usage: npm run services -- <up|down|status> [rabbitmq] [kafka] [postgresql] [--format text|json]

Servers for the integration tests, all three where none is named.

  up       start what does not run yet, print how to export the addresses
  down     stop what \`up\` started and remove its data; the logs stay
  status   ask each server whether it does its work

Each service is, in this order of preference: the server named in RABBITMQ_URL, KAFKA_BROKERS or DATABASE_URL; a
container of compose.yaml, where a Docker engine answers; programs of this machine, installed where that is possible.

Exit codes: 0 all is well, 1 a service is not healthy, 2 wrong usage, 3 a fault of this command.

Examples:
  npm run services -- up
  eval "$(npm run --silent services -- up rabbitmq kafka)"
  npm run --silent services -- status --format json
`

// Ending by exit() instead of by the signal lets what is half done be cleaned up.
process.once('SIGINT', () => process.exit(130))
process.once('SIGTERM', () => process.exit(143))

process.exitCode = await main()

async function main(): Promise<number> {
  const call = parseServicesArguments(process.argv.slice(2))
  if (call === 'help') {
    process.stdout.write(help)
    return exitCode.ok
  }
  if ('mistake' in call) {
    console.error(`${call.mistake}\n\n${help}`)
    return exitCode.badUsage
  }
  try {
    return await carryOut(call)
  } catch (error) {
    if (error instanceof ServiceError) {
      console.error(error.message)
      return exitCode.failed
    }
    console.error(error)
    return exitCode.internal
  }
}

async function carryOut(call: ServicesCall): Promise<number> {
  if (call.action === 'up') return carryOutUp(call)
  if (call.action === 'status') return carryOutStatus(call)
  await down(call.names)
  return exitCode.ok
}

async function carryOutUp({ names, format }: ServicesCall): Promise<number> {
  const { available, failures } = await up(names)
  for (const failure of failures) console.error(`\n${failure.message}`)
  const variables = available.map(({ name, url }) => [serviceVariables[name], url] as const)
  if (format === 'json') console.log(JSON.stringify(Object.fromEntries(variables), undefined, 2))
  else for (const [variable, url] of variables) console.log(`export ${variable}='${url}'`)
  return failures.length === 0 ? exitCode.ok : exitCode.failed
}

async function carryOutStatus({ names, format }: ServicesCall): Promise<number> {
  const statuses = await status(names)
  if (format === 'json') console.log(JSON.stringify(statuses, undefined, 2))
  else for (const service of statuses) printStatus(service)
  return statuses.every(({ state }) => state === 'up') ? exitCode.ok : exitCode.failed
}

function printStatus(service: ServiceStatus): void {
  const colour = service.state === 'up' ? 'green' : service.state === 'failing' ? 'red' : 'dim'
  console.log(`${service.name.padEnd(11)} ${styleText(colour, service.state.padEnd(8))} ${service.detail}`)
  for (const [label, value] of [
    ['url', service.url],
    ['log', service.log],
  ] as const) {
    if (value !== undefined) console.log(`${' '.repeat(21)}${label}: ${value}`)
  }
}
