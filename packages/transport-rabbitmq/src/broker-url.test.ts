import { describe, expect, it } from 'vitest'

import { readBrokerUrl } from './broker-url.ts'

describe('readBrokerUrl', () => {
  it.each([
    ['amqp://localhost', 'RabbitMQ at localhost:5672, virtual host "/"'],
    ['amqps://localhost', 'RabbitMQ at localhost:5671, virtual host "/"'],
    ['amqp://u:secret@mq.example:1234/shop', 'RabbitMQ at mq.example:1234, virtual host "shop"'],
    ['amqp://u:secret@[::1]:1234/%2Fteam%2Fa', 'RabbitMQ at [::1]:1234, virtual host "/team/a"'],
  ])('reads %s', (url, place) => {
    expect(readBrokerUrl(url).place).toBe(place)
  })

  it('asks for heartbeats unless the URL does', () => {
    expect(readBrokerUrl('amqp://u:p@h/v').url).toBe('amqp://u:p@h/v?heartbeat=20')
    expect(readBrokerUrl('amqp://u:p@h/v?heartbeat=5').url).toBe('amqp://u:p@h/v?heartbeat=5')
  })

  it.each([
    '',
    'localhost:5672',
    'http://u:secret@h',
    'amqp://',
    'amqp://u:secret@h:port',
    'amqp://u:secret@h/%zz',
  ])('refuses %j and repeats nothing of it', (url) => {
    expect(() => readBrokerUrl(url)).toThrow(
      expect.objectContaining({ code: 'unsupported', retriable: false }),
    )
    expect(() => readBrokerUrl(url)).not.toThrow(/secret/)
  })
})
