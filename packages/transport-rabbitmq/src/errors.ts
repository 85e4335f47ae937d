import { TransportError, type TransportErrorCode } from '@concordat/runtime'

interface Meaning {
  readonly code: TransportErrorCode
  readonly retriable: boolean
  /** What to do about it. */
  readonly advice: string
}

/** Reply codes of AMQP 0-9-1 (1.2 constants) as RabbitMQ uses them. */
const meanings: ReadonlyMap<number, Meaning> = new Map([
  [311, { code: 'message-too-large', retriable: false, advice: 'Send less at a time.' }],
  [
    320,
    {
      code: 'connection-lost',
      retriable: true,
      advice: 'Try again; an operator or a restart closed the connection.',
    },
  ],
  [
    403,
    {
      code: 'access-refused',
      retriable: false,
      advice: 'Give the user the permission, or log in as another one.',
    },
  ],
  [
    404,
    {
      code: 'not-found',
      retriable: false,
      advice: 'Declare the topology of the contract first, or mend the name.',
    },
  ],
  [
    405,
    {
      code: 'access-refused',
      retriable: true,
      advice: 'Another connection holds it for itself; close that one.',
    },
  ],
  [
    506,
    { code: 'broker-error', retriable: true, advice: 'The broker is short of resources; try again later.' },
  ],
  [
    530,
    {
      code: 'access-refused',
      retriable: false,
      advice: 'Check the virtual host and the permissions of the user.',
    },
  ],
  [
    540,
    { code: 'unsupported', retriable: false, advice: 'This broker does not have it; use a newer RabbitMQ.' },
  ],
  [541, { code: 'broker-error', retriable: true, advice: 'See the log of the broker.' }],
])

/** 406 PRECONDITION_FAILED says by its text what it is about. */
const preconditions: readonly (Meaning & { readonly text: RegExp })[] = [
  {
    text: /^inequivalent arg/,
    code: 'topology-mismatch',
    retriable: false,
    advice: 'Give the contract what the broker has, or delete it there and declare it again.',
  },
  {
    text: /message size \d+ is larger than/,
    code: 'message-too-large',
    retriable: false,
    advice: "Send less at a time, or raise the broker's max_message_size.",
  },
  {
    text: /delivery acknowledgement .*timed out/,
    code: 'timeout',
    retriable: true,
    advice: "A handler took longer than the broker's consumer_timeout.",
  },
]

const refused: Meaning = {
  code: 'broker-error',
  retriable: false,
  advice: 'Mend the contract where it says so, or see the log of the broker.',
}
const lost: Meaning = {
  code: 'connection-lost',
  retriable: true,
  advice: 'Try again; the next call opens a new connection.',
}

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
  const meaning =
    replyCode === 406
      ? preconditions.find((precondition) => precondition.text.test(text))
      : meanings.get(replyCode)
  return failure(meaning ?? refused, attempt, text, cause)
}

/** An error while connecting as a TransportError. */
export function connectFailure(cause: unknown, place: string): TransportError {
  const attempt = `Cannot connect to ${place}`
  const text = cause instanceof Error ? cause.message : String(cause)
  if (/\(ACCESS-REFUSED\)/.test(text)) {
    return failure(
      { code: 'access-refused', retriable: false, advice: 'Check the user and the password in the URL.' },
      attempt,
      'the broker refused the login',
      cause,
    )
  }
  if (/ConnectionOpenOk/.test(text)) {
    return failure(
      { code: 'not-found', retriable: false, advice: 'Create the virtual host, or let the user into it.' },
      attempt,
      'the virtual host does not exist or the user may not enter it',
      cause,
    )
  }
  return failure(
    { code: 'connection-refused', retriable: true, advice: 'Start the broker there, or mend the URL.' },
    attempt,
    replyTextOf(cause),
    cause,
  )
}

export function connectionClosed(attempt: string): TransportError {
  return new TransportError('closed', `${attempt}: the transport is closed. Open a new one.`, {
    retriable: false,
  })
}

function failure(meaning: Meaning, attempt: string, reason: string, cause: unknown): TransportError {
  const message = `${attempt}: ${reason.replace(/\.$/, '')}. ${meaning.advice}`
  return new TransportError(meaning.code, message, { retriable: meaning.retriable, cause })
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
