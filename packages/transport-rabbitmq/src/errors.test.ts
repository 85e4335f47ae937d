import { describe, expect, it } from 'vitest'

import { channelFailure, connectFailure } from './errors.ts'

const attempt = 'Cannot do it on RabbitMQ at h:5672'

describe('channelFailure', () => {
  it.each([
    [403, "ACCESS_REFUSED - write access to exchange 'x' refused", 'access-refused', false],
    [404, "NOT_FOUND - no exchange 'x' in vhost '/'", 'not-found', false],
    [405, "RESOURCE_LOCKED - cannot obtain exclusive access to locked queue 'x'", 'access-refused', true],
    [406, "PRECONDITION_FAILED - inequivalent arg 'durable' for queue 'x'", 'topology-mismatch', false],
    [
      406,
      'PRECONDITION_FAILED - message size 9 is larger than configured max size 8',
      'message-too-large',
      false,
    ],
    [
      406,
      'PRECONDITION_FAILED - delivery acknowledgement on channel 1 timed out. Timeout value',
      'timeout',
      true,
    ],
    [406, "PRECONDITION_FAILED - invalid arg 'x-expires' for queue 'x'", 'broker-error', false],
    [541, 'INTERNAL_ERROR', 'broker-error', true],
  ])('reads %i %s', (replyCode, replyText, code, retriable) => {
    const error = channelFailure(serverError(replyCode, replyText), attempt)
    expect(error).toMatchObject({ code, retriable })
    expect(error.message).toContain(`${attempt}: ${replyText.replace(/^[A-Z_]+ - /, '')}.`)
  })

  it('takes an error without a reply code for the loss of the connection', () => {
    const error = channelFailure(new Error('Channel ended, no reply will be forthcoming'), attempt)
    expect(error).toMatchObject({ code: 'connection-lost', retriable: true })
  })

  it('leaves a TransportError as it is', () => {
    const error = channelFailure(new Error('gone'), attempt)
    expect(channelFailure(error, 'Another attempt')).toBe(error)
  })
})

describe('connectFailure', () => {
  it('gives the code where an error of several addresses has no message', () => {
    const cause = Object.assign(new AggregateError([], ''), { code: 'ECONNREFUSED' })
    expect(connectFailure(cause, 'RabbitMQ at h:5672')).toMatchObject({
      code: 'connection-refused',
      retriable: true,
      message: expect.stringContaining('Cannot connect to RabbitMQ at h:5672: ECONNREFUSED.'),
    })
  })
})

/** An error as amqplib makes it of channel.close. */
function serverError(replyCode: number, replyText: string): Error {
  const error = new Error(`Channel closed by server: ${replyCode} (NAME) with message "${replyText}"`)
  return Object.assign(error, { code: replyCode })
}
