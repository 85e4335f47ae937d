import { TransportError, type TransportErrorCode } from '@concordat/runtime'

interface Meaning {
  readonly code: TransportErrorCode
  readonly retriable: boolean
  /** What to do about it. */
  readonly advice: string
}

/** Reply codes of AMQP 0-9-1 (1.2 constants) as RabbitMQ uses them. */
const meanings: ReadonlyMap<number, Meaning> = new Map([
  [311, meaning('message-too-large', false, 'Send less at a time.')],
  [320, meaning('connection-lost', true, 'Try again; an operator or a restart closed the connection.')],
  [403, meaning('access-refused', false, 'Give the user the permission, or log in as another one.')],
  [404, meaning('not-found', false, 'Declare the topology of the contract first, or mend the name.')],
  [405, meaning('access-refused', true, 'Another connection holds it for itself; close that one.')],
  [506, meaning('broker-error', true, 'The broker is short of resources; try again later.')],
  [530, meaning('access-refused', false, 'Check the virtual host and the permissions of the user.')],
  [540, meaning('unsupported', false, 'This broker does not have it; use a newer RabbitMQ.')],
  [541, meaning('broker-error', true, 'See the log of the broker.')],
])

/** 406 PRECONDITION_FAILED says by its text what it is about. */
const preconditions: readonly (readonly [RegExp, Meaning])[] = [
  [
    /^inequivalent arg/,
    meaning(
      'topology-mismatch',
      false,
      'Give the contract what the broker has, or delete it there and declare it again.',
    ),
  ],
  [
    /message size \d+ is larger than/,
    meaning('message-too-large', false, "Send less at a time, or raise the broker's max_message_size."),
  ],
  [
    /delivery acknowledgement .*timed out/,
    meaning('timeout', true, "A handler took longer than the broker's consumer_timeout."),
  ],
]

const refused = meaning(
  'broker-error',
  false,
  'Mend the contract where it says so, or see the log of the broker.',
)
const lost = meaning('connection-lost', true, 'Try again; the next call opens a new connection.')
const notLoggedIn = meaning('access-refused', false, 'Check the user and the password in the URL.')
const noVirtualHost = meaning('not-found', false, 'Create the virtual host, or let the user into it.')
const unreachable = meaning('connection-refused', true, 'Start the broker there, or mend the URL.')

/**
 * An error of a channel or a connection in use as a TransportError. An error without a reply code means that the
 * connection is gone.
 *
 * @param attempt what failed and where: `Cannot consume queue "q" on RabbitMQ at …`
 */
export function channelFailure(cause: unknown, attempt: string): TransportError {
  if (cause instanceof TransportError) return cause
  const replyCode = replyCodeOf(cause)
  if (replyCode === undefined) return failure(lost, attempt, 'the connection was lost', cause)
  const text = replyTextOf(cause)
  const found =
    replyCode === 406 ? preconditions.find(([pattern]) => pattern.test(text))?.[1] : meanings.get(replyCode)
  return failure(found ?? refused, attempt, text, cause)
}

/** An error while connecting as a TransportError. */
export function connectFailure(cause: unknown, place: string): TransportError {
  const attempt = `Cannot connect to ${place}`
  const text = cause instanceof Error ? cause.message : String(cause)
  if (/\(ACCESS-REFUSED\)/.test(text))
    return failure(notLoggedIn, attempt, 'the broker refused the login', cause)
  // amqplib names what it waited for instead, and withholds what the broker said.
  if (/ConnectionOpenOk/.test(text)) {
    return failure(
      noVirtualHost,
      attempt,
      'the virtual host does not exist or the user may not enter it',
      cause,
    )
  }
  return failure(unreachable, attempt, replyTextOf(cause), cause)
}

export function connectionClosed(attempt: string): TransportError {
  return new TransportError('closed', `${attempt}: the transport is closed. Open a new one.`, {
    retriable: false,
  })
}

function meaning(code: TransportErrorCode, retriable: boolean, advice: string): Meaning {
  return { code, retriable, advice }
}

function failure(
  { code, retriable, advice }: Meaning,
  attempt: string,
  reason: string,
  cause: unknown,
): TransportError {
  return new TransportError(code, `${attempt}: ${reason.replace(/\.$/, '')}. ${advice}`, { retriable, cause })
}

/** amqplib puts the broker's reply code into `code`; errors of the operating system have a string there. */
function replyCodeOf(cause: unknown): number | undefined {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  return typeof code === 'number' ? code : undefined
}

/** What the broker said, without amqplib's frame around it: `no exchange 'orders' in vhost '/'`. */
function replyTextOf(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : String(cause)
  const said = /with message "(?:[A-Z_]+ - )?(.*)"$/s.exec(message)?.[1] ?? message
  // Where a host has several addresses that all fail, the error has a code and no message.
  return said !== '' || !(cause instanceof Error && 'code' in cause) ? said : String(cause.code)
}
