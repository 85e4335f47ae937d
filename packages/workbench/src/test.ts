import { installBrowser } from './browser/install-browser.ts'
import { exitCode } from './exit-code.ts'
import { down } from './services/down.ts'
import { serviceNames, serviceVariables } from './services/service-name.ts'
import { up, type UpResult } from './services/up.ts'
import { ServiceError } from './services/service-error.ts'
import { printSummary, type TestCount } from './test-summary.ts'
import { runVitest } from './run-vitest.ts'

const help = `Usage: npm test [-- [--keep] [arguments of vitest]]

Starts the servers that are not up yet, installs Chromium where it is missing, runs every test, and stops the servers
that it started.

  --keep   leave the servers running

Examples:
  npm test
  npm test -- --keep packages/transport-kafka
`

process.exitCode = await main(process.argv.slice(2))

async function main(commandLine: readonly string[]): Promise<number> {
  if (commandLine.includes('--help')) {
    console.log(help)
    return exitCode.ok
  }
  const result = await upUnlessInterrupted()
  const vitestArguments = commandLine.filter((argument) => argument !== '--keep')
  let count: TestCount | undefined
  try {
    if (!result.interrupted) count = await test(result, vitestArguments)
  } finally {
    const started = result.available.filter((service) => service.started).map(({ name }) => name)
    if (!commandLine.includes('--keep')) await down(started)
  }
  return count === undefined ? exitCode.failed : printSummary(count)
}

/** A server that is half started cannot be stopped in good order, so the first interrupt waits until it is up. */
async function upUnlessInterrupted(): Promise<UpResult & { readonly interrupted: boolean }> {
  let interrupted = false
  const interrupt = () => {
    if (interrupted) process.exit(130)
    interrupted = true
    console.error('Ending as soon as the servers can be stopped; once more ends at once and leaves them.')
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, interrupt)
  const result = await upWithBrowser()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, interrupt)
  return { ...result, interrupted }
}

/** One after the other: two installations of Debian packages cannot run at once. */
async function upWithBrowser(): Promise<UpResult> {
  const servers = await up(serviceNames)
  try {
    await installBrowser()
    return servers
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error
    return { ...servers, failures: [...servers.failures, error] }
  }
}

/** Where a server is missing the tests that need it run all the same: each fails and says what to install. */
async function test(
  { available, failures }: UpResult,
  vitestArguments: readonly string[],
): Promise<TestCount> {
  for (const failure of failures) console.error(`\n${failure.message}\n`)
  const environment = Object.fromEntries(available.map(({ name, url }) => [serviceVariables[name], url]))
  return runVitest(['unit', 'integration'], vitestArguments, environment)
}
