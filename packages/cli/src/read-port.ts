import { UsageError } from './command.ts'

/** The port that an option names; undefined where it is left out. @throws UsageError where it is no port */
export function readPort(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const port = Number(text)
  if (text.trim() !== '' && Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new UsageError(`--port takes a port number, not ${JSON.stringify(text)}.`)
}
