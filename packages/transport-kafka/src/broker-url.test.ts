import { describe, expect, it } from 'vitest'

import { readBrokerUrl } from './broker-url.ts'

describe('readBrokerUrl', () => {
  it('reads hosts alone', () => {
    expect(readBrokerUrl('kafka://h1:9093,h2,[::1]:9094')).toEqual({
      brokers: ['h1:9093', 'h2:9092', '[::1]:9094'],
      ssl: false,
      maxReplicas: Infinity,
      place: 'Kafka at h1:9093, h2:9092, [::1]:9094',
    })
  })

  it('reads credentials and parameters', () => {
    const url = 'kafka://user:p%40ss%3Aword@h:9092/?ssl=true&sasl=scram-sha-256&clientId=orders&replicas=1'
    expect(readBrokerUrl(url)).toEqual({
      brokers: ['h:9092'],
      ssl: true,
      sasl: { mechanism: 'scram-sha-256', username: 'user', password: 'p@ss:word' },
      clientId: 'orders',
      maxReplicas: 1,
      place: 'Kafka at h:9092',
    })
  })

  it('logs in by plain unless the URL says otherwise', () => {
    expect(readBrokerUrl('kafka://user:word@h').sasl).toMatchObject({ mechanism: 'plain' })
  })

  it.each([
    ['', 'does not have that form'],
    ['localhost:9092', 'does not have that form'],
    ['kafka://', 'does not have that form'],
    ['kafka://user:secret@', 'does not have that form'],
    ['kafka://user:secret@h:port', 'a broker is a host and a port'],
    ['kafka://h:1,,h:2', 'a broker is a host and a port'],
    ['kafka://secret@h', 'the user has no password'],
    ['kafka://user:secret%zz@h', 'is not percent-encoded'],
    ['kafka://user:secret@h?sasl=kerberos', 'sasl is one of plain, scram-sha-256, scram-sha-512'],
    ['kafka://h?sasl=plain', 'sasl needs a user and a password'],
    ['kafka://h?replicas=0', 'replicas is a number from 1'],
    ['kafka://h?replica=1', 'it knows no parameter "replica" but ssl, sasl, clientId, replicas'],
  ])('refuses %j: %s', (url, reason) => {
    expect(() => readBrokerUrl(url)).toThrow(
      expect.objectContaining({ code: 'unsupported', retriable: false }),
    )
    expect(() => readBrokerUrl(url)).toThrow(reason)
    expect(() => readBrokerUrl(url)).not.toThrow(/secret/)
  })
})
