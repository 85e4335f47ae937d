import { isRunning } from './services/server-process.ts'
import {
  type ServiceName,
  serviceRemedies,
  serviceTitles,
  serviceVariables,
} from './services/service-name.ts'
import { readState } from './services/state-file.ts'

/**
 * The address of the real server that an integration test runs against: an AMQP URL for `rabbitmq`,
 * `host:port,host:port` for `kafka`, a connection URL for `postgresql`. It is the one that the environment variable
 * names, as under `npm test`, else the one that `npm run services -- up` started.
 *
 * Throws where there is none, so that the test fails and says what to install instead of being skipped.
 *
 *     const url = requireService('rabbitmq')
 */
export function requireService(name: ServiceName): string {
  const own = process.env[serviceVariables[name]]
  if (own) return own
  const started = readState()[name]
  if (started?.processes.every(isRunning)) return started.url
  throw new Error(
    [
      `This test needs a real ${serviceTitles[name]}, and there is none: ${serviceVariables[name]} is not set and no server was started.`,
      'Run all tests by `npm test`, which starts the servers, or start them by `npm run services -- up`.',
      `Where they cannot be installed: ${serviceRemedies[name]}`,
    ].join('\n'),
  )
}
