import type { OpenTransport } from './transport.ts'
import { UsageError } from './usage-error.ts'

/**
 * Loads a transport package when it is needed: a service installs only the driver that it uses.
 * @throws UsageError `transport-not-installed`
 */
export async function importTransport(packageName: string): Promise<OpenTransport> {
  try {
    const transport = (await import(/* @vite-ignore */ packageName)) as {
      readonly openTransport: OpenTransport
    }
    return transport.openTransport
  } catch (error) {
    throw isMissing(packageName, error) ? notInstalled(packageName, error) : error
  }
}

/** Whether the package itself is missing, not one that it imports. */
function isMissing(packageName: string, error: unknown): boolean {
  const isNotFound = error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND'
  return isNotFound && error.message.includes(`'${packageName}'`)
}

function notInstalled(packageName: string, cause: unknown): UsageError {
  const message = `The transport for this URL is not installed. Run: npm install ${packageName}`
  return new UsageError('transport-not-installed', message, { cause })
}
