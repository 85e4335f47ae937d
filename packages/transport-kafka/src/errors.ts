import { TransportError, type TransportErrorCode } from '@concordat/runtime'

interface Meaning {
  readonly code: TransportErrorCode
  readonly retriable: boolean
  /** What to do about it. */
  readonly advice: string
}

const lost: Meaning = {
  code: 'connection-lost',
  retriable: true,
  advice: 'Try again; the next call connects again.',
}
const timeout: Meaning = {
  code: 'timeout',
  retriable: true,
  advice: 'Try again; the broker is slow or out of reach.',
}
const tooLarge: Meaning = {
  code: 'message-too-large',
  retriable: false,
  advice: "Send less at a time, or raise the topic's max.message.bytes.",
}
const missing: Meaning = {
  code: 'not-found',
  retriable: false,
  advice: 'Declare the topology of the contract first, or mend the name.',
}
const notLoggedIn: Meaning = {
  code: 'access-refused',
  retriable: false,
  advice: 'Check the user, the password and the sasl mechanism in the URL.',
}
const notAllowed: Meaning = {
  code: 'access-refused',
  retriable: false,
  advice: 'Give the user the permission (ACL), or log in as another one.',
}
const invalid: Meaning = { code: 'broker-error', retriable: false, advice: 'Mend the topic in the contract.' }
const tooFewReplicas: Meaning = {
  code: 'broker-error',
  retriable: true,
  advice:
    "Fewer replicas are in sync than the topic's min.insync.replicas; bring brokers back and try again.",
}

/** Errors of the Kafka protocol (https://kafka.apache.org/protocol#protocol_error_codes) by their names, and kafkajs' own. */
const meanings: ReadonlyMap<string, Meaning> = new Map([
  ['UNKNOWN_TOPIC_OR_PARTITION', missing],
  ['KafkaJSTopicMetadataNotLoaded', missing],
  ['MESSAGE_TOO_LARGE', tooLarge],
  ['RECORD_LIST_TOO_LARGE', tooLarge],
  ['TOPIC_AUTHORIZATION_FAILED', notAllowed],
  ['GROUP_AUTHORIZATION_FAILED', notAllowed],
  ['CLUSTER_AUTHORIZATION_FAILED', notAllowed],
  ['SASL_AUTHENTICATION_FAILED', notLoggedIn],
  ['UNSUPPORTED_SASL_MECHANISM', notLoggedIn],
  ['ILLEGAL_SASL_STATE', notLoggedIn],
  ['KafkaJSSASLAuthenticationError', notLoggedIn],
  ['REQUEST_TIMED_OUT', timeout],
  ['KafkaJSRequestTimeoutError', timeout],
  ['KafkaJSTimeout', timeout],
  ['KafkaJSLockTimeout', timeout],
  ['NOT_ENOUGH_REPLICAS', tooFewReplicas],
  ['NOT_ENOUGH_REPLICAS_AFTER_APPEND', tooFewReplicas],
  ['INVALID_TOPIC_EXCEPTION', invalid],
  ['INVALID_CONFIG', invalid],
  ['INVALID_PARTITIONS', invalid],
  ['POLICY_VIOLATION', invalid],
  ['KafkaJSConnectionError', lost],
  ['KafkaJSConnectionClosedError', lost],
  ['KafkaJSBrokerNotFound', lost],
  ['KafkaJSNoBrokerAvailableError', lost],
  ['KafkaJSMetadataNotLoaded', lost],
  [
    'INVALID_REPLICATION_FACTOR',
    {
      code: 'broker-error',
      retriable: false,
      advice:
        'The cluster has fewer brokers than the contract wants replicas. Add brokers, or on a development cluster cap ' +
        'the replicas in the URL: ?replicas=1.',
    },
  ],
])

/**
 * An error of kafkajs as a TransportError.
 *
 * @param attempt what failed and where: `Cannot publish to topic "orders.created" on Kafka at …`
 */
export function kafkaFailure(cause: unknown, attempt: string): TransportError {
  if (cause instanceof TransportError) return cause
  const root = rootCause(cause)
  return failure(meaningOf(root), attempt, root, cause)
}

/** The same while connecting, when a connection that fails has not been lost but refused. */
export function connectFailure(cause: unknown, place: string): TransportError {
  const root = rootCause(cause)
  const meaning = meaningOf(root)
  const advice = 'Start the broker there, or mend the URL.'
  const refused = meaning === lost || meaning === timeout
  return failure(
    refused ? { code: 'connection-refused', retriable: true, advice } : meaning,
    `Cannot connect to ${place}`,
    root,
    cause,
  )
}

export function connectionClosed(attempt: string): TransportError {
  return new TransportError('closed', `${attempt}: the transport is closed. Open a new one.`, {
    retriable: false,
  })
}

/** Whether an error of kafkajs has this name, for a protocol error that of the protocol. */
export function isNamed(error: unknown, ...names: string[]): boolean {
  return names.includes(nameOf(rootCause(error)))
}

function failure(meaning: Meaning, attempt: string, root: unknown, cause: unknown): TransportError {
  const text = root instanceof Error ? root.message : String(root)
  const topic = root instanceof Error && 'topic' in root ? `topic "${String(root.topic)}": ` : ''
  const message = `${attempt}: ${topic}${text.replace(/\.$/, '')}. ${meaning.advice}`
  return new TransportError(meaning.code, message, { retriable: meaning.retriable, cause })
}

function meaningOf(root: unknown): Meaning {
  const retriable = root instanceof Error && 'retriable' in root && root.retriable === true
  return (
    meanings.get(nameOf(root)) ?? { code: 'broker-error', retriable, advice: 'See the log of the broker.' }
  )
}

function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return ''
  return 'type' in error && typeof error.type === 'string' ? error.type : error.name
}

/** kafkajs wraps errors when it gives up, and collects those of several topics in one. */
function rootCause(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof TransportError) return error
  if ('errors' in error && Array.isArray(error.errors) && error.errors.length > 0)
    return rootCause(error.errors[0])
  return error.cause instanceof Error ? rootCause(error.cause) : error
}
