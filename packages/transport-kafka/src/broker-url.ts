import { TransportError } from '@concordat/runtime'
import type { SASLOptions } from 'kafkajs'

/** Where a Kafka cluster stands and how to get in, taken from its URL. */
export interface BrokerUrl {
  /** Bootstrap brokers as `host:port`. */
  readonly brokers: readonly string[]
  readonly ssl: boolean
  readonly sasl?: SASLOptions
  readonly clientId?: string
  /** Most replicas of a topic that is declared, for development clusters with fewer brokers than the contract wants. */
  readonly maxReplicas: number
  /** Without credentials, for messages: `Kafka at 127.0.0.1:9092`. */
  readonly place: string
}

const saslMechanisms = ['plain', 'scram-sha-256', 'scram-sha-512'] as const

const parameters = ['ssl', 'sasl', 'clientId', 'replicas']

/**
 * Reads `kafka://user:password@host1:9092,host2:9092?ssl=true&sasl=scram-sha-256&clientId=orders&replicas=1`.
 * All but the hosts is optional; `sasl` is `plain` where a user is given and nothing else is said.
 *
 * @throws TransportError `unsupported` where it is none; the message repeats no part that may hold a password
 */
export function readBrokerUrl(text: string): BrokerUrl {
  const parts = /^kafka:\/\/(?:([^@/?#]*)@)?([^@/?#]+)\/?(?:\?([^#]*))?$/.exec(text)
  const brokers = parts?.[2]?.split(',').map(readBroker)
  if (brokers === undefined) throw unreadable('it does not have that form')
  const query = new URLSearchParams(parts?.[3])
  const unknown = [...query.keys()].find((name) => !parameters.includes(name))
  if (unknown !== undefined)
    throw unreadable(`it knows no parameter "${unknown}" but ${parameters.join(', ')}`)
  const sasl = readLogin(parts?.[1], query.get('sasl'))
  const clientId = query.get('clientId')
  return {
    brokers,
    ssl: query.get('ssl') === 'true',
    ...(sasl !== undefined && { sasl }),
    ...(clientId !== null && { clientId }),
    maxReplicas: readReplicas(query.get('replicas')),
    place: `Kafka at ${brokers.join(', ')}`,
  }
}

function readBroker(text: string): string {
  const broker = /^(\[[\da-f:.]+\]|[^:[\]]+)(?::(\d{1,5}))?$/i.exec(text)
  if (broker === null) throw unreadable('a broker is a host and a port')
  return `${broker[1]}:${broker[2] ?? '9092'}`
}

function readLogin(userInfo: string | undefined, saslName: string | null): SASLOptions | undefined {
  if (userInfo === undefined) {
    if (saslName !== null) throw unreadable('sasl needs a user and a password')
    return undefined
  }
  const mechanism = saslMechanisms.find((name) => name === (saslName ?? 'plain'))
  if (mechanism === undefined) throw unreadable(`sasl is one of ${saslMechanisms.join(', ')}`)
  const colon = userInfo.indexOf(':')
  if (colon === -1) throw unreadable('the user has no password')
  return {
    mechanism,
    username: decode(userInfo.slice(0, colon)),
    password: decode(userInfo.slice(colon + 1)),
  }
}

function readReplicas(text: string | null): number {
  if (text === null) return Infinity
  if (!/^[1-9]\d*$/.test(text)) throw unreadable('replicas is a number from 1')
  return Number(text)
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw unreadable('the user or the password is not percent-encoded')
  }
}

function unreadable(reason: string): TransportError {
  const form = 'kafka://user:password@host1:9092,host2:9092?ssl=true&sasl=plain&clientId=orders&replicas=1'
  const message = `The URL of Kafka cannot be read: ${reason}. It takes the form ${form}, all but the hosts optional, with special characters percent-encoded.`
  return new TransportError('unsupported', message, { retriable: false })
}
