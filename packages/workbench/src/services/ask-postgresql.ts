import { firstAnswer } from './first-answer.ts'

/**
 * Sends the start of a session and reads the first byte of the answer, as pg_isready does: 'R' (prove who you are)
 * comes only from a server that accepts sessions; 'E' is an error such as "the database system is starting up".
 * PostgreSQL documentation, "Frontend/Backend Protocol", StartupMessage.
 */
export async function askPostgresql(url: string): Promise<undefined> {
  const { hostname, port, username, pathname } = new URL(url)
  const request = startupMessage(decodeURIComponent(username), decodeURIComponent(pathname.slice(1)))
  const answer = await firstAnswer({ host: hostname, port: Number(port || 5432) }, request)
  if (answer[0] !== 'R'.charCodeAt(0)) throw new Error(errorText(answer))
}

function startupMessage(user: string, database: string): Buffer {
  const protocol = Buffer.from([0, 3, 0, 0])
  const parameters = Buffer.from(`user\0${user}\0database\0${database || user}\0\0`)
  const length = Buffer.alloc(4)
  length.writeInt32BE(4 + protocol.length + parameters.length)
  return Buffer.concat([length, protocol, parameters])
}

/** ErrorResponse: fields that end in a zero byte, each after a letter that names it; M is the message. */
function errorText(answer: Buffer): string {
  if (answer[0] !== 'E'.charCodeAt(0)) return 'the server does not speak the protocol of PostgreSQL'
  const fields = answer.toString('utf8', 5).split('\0')
  return fields.find((field) => field.startsWith('M'))?.slice(1) ?? 'the server refuses sessions'
}
