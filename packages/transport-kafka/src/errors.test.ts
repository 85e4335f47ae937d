import kafkajs, { type KafkaJSProtocolError } from 'kafkajs'
import { describe, expect, it } from 'vitest'

import { connectFailure, isNamed, kafkaFailure } from './errors.ts'

const attempt = 'Cannot do it on Kafka at h:9092'

describe('kafkaFailure', () => {
  it.each([
    ['UNKNOWN_TOPIC_OR_PARTITION', 'not-found', false],
    ['MESSAGE_TOO_LARGE', 'message-too-large', false],
    ['TOPIC_AUTHORIZATION_FAILED', 'access-refused', false],
    ['SASL_AUTHENTICATION_FAILED', 'access-refused', false],
    ['INVALID_REPLICATION_FACTOR', 'broker-error', false],
    ['NOT_ENOUGH_REPLICAS', 'broker-error', true],
    ['REQUEST_TIMED_OUT', 'timeout', true],
  ])('reads %s', (type, code, retriable) => {
    expect(kafkaFailure(protocolError(type), attempt)).toMatchObject({ code, retriable })
  })

  it('leaves it to kafkajs whether an error that it does not know can pass', () => {
    expect(kafkaFailure(protocolError('NOT_LEADER_FOR_PARTITION', true), attempt)).toMatchObject({
      code: 'broker-error',
      retriable: true,
    })
    expect(kafkaFailure(new TypeError('bug'), attempt)).toMatchObject({
      code: 'broker-error',
      retriable: false,
    })
  })

  it('looks into errors that kafkajs wraps', () => {
    const root = protocolError('UNKNOWN_TOPIC_OR_PARTITION', true)
    const exceeded = new kafkajs.KafkaJSNumberOfRetriesExceeded(root, { retryCount: 5, retryTime: 1 })
    const wrapped = new Error('gave up', { cause: exceeded })
    expect(kafkaFailure(wrapped, attempt)).toMatchObject({ code: 'not-found', cause: wrapped })
    expect(isNamed(wrapped, 'UNKNOWN_TOPIC_OR_PARTITION')).toBe(true)
  })

  it('names the topic that one of many errors is about', () => {
    const one = Object.assign(protocolError('INVALID_CONFIG'), { topic: 'orders' })
    expect(
      kafkaFailure(new kafkajs.KafkaJSAggregateError('Topic creation errors', [one]), attempt).message,
    ).toBe(`${attempt}: topic "orders": INVALID_CONFIG happened. Mend the topic in the contract.`)
  })
})

describe('connectFailure', () => {
  it.each([
    new kafkajs.KafkaJSConnectionError('connect ECONNREFUSED'),
    new kafkajs.KafkaJSRequestTimeoutError('Request timed out'),
  ])('takes %s for a refused connection', (cause) => {
    expect(connectFailure(cause, 'Kafka at h:9092')).toMatchObject({
      code: 'connection-refused',
      retriable: true,
      message: expect.stringMatching(/^Cannot connect to Kafka at h:9092: .* Start the broker/),
    })
  })
})

/** An error as kafkajs makes it of an error code of the protocol. */
function protocolError(type: string, retriable = false): KafkaJSProtocolError {
  const description = Object.assign(new Error(`${type} happened`), { type, code: 0, retriable })
  return new kafkajs.KafkaJSProtocolError(description)
}
