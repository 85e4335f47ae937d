import { TransportError } from '@concordat/runtime'

/** Where a RabbitMQ stands, taken from its URL. */
export interface BrokerUrl {
  /** With credentials: for the driver only, never for a message or a log. */
  readonly url: string
  /** Without credentials, for messages: `RabbitMQ at 127.0.0.1:5672, virtual host "/"`. */
  readonly place: string
}

/** Seconds between heartbeats unless the URL says otherwise; a dead peer is noticed after two of them. */
const HEARTBEAT_SECONDS = '20'

/**
 * Reads `amqp://user:password@host:port/virtual-host?heartbeat=20`, as RabbitMQ's URI specification has it
 * (https://www.rabbitmq.com/docs/uri-spec).
 *
 * @throws TransportError `unsupported` where it is none; the message repeats nothing of it, as it may hold a password
 */
export function readBrokerUrl(text: string): BrokerUrl {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url === undefined || !/^amqps?:$/.test(url.protocol) || url.hostname === '') throw unreadable()
  if (!url.searchParams.has('heartbeat')) url.searchParams.set('heartbeat', HEARTBEAT_SECONDS)
  const port = url.port === '' ? (url.protocol === 'amqps:' ? '5671' : '5672') : url.port
  const virtualHost = decode(url.pathname.slice(1)) || '/'
  return { url: url.href, place: `RabbitMQ at ${url.hostname}:${port}, virtual host "${virtualHost}"` }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw unreadable()
  }
}

function unreadable(): TransportError {
  const message =
    'The URL of RabbitMQ cannot be read. It takes the form amqp://user:password@host:5672/virtual-host, with special ' +
    'characters in the user, the password and the virtual host percent-encoded (/ is %2F).'
  return new TransportError('unsupported', message, { retriable: false })
}
