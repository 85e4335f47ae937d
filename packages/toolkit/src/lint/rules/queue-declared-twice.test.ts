import { expect, test } from 'vitest'
import { checkRule } from '../testing/check-rule.ts'
import { queueDeclaredTwice } from './queue-declared-twice.ts'

function declared(first: object, second: object): Promise<readonly string[]> {
  return checkRule(queueDeclaredTwice, {
    'asyncapi/bus/channels.yaml': {
      asyncapi: '3.0.0',
      info: { title: 'bus', version: '1.0.0' },
      servers: { local: { host: 'localhost', protocol: 'amqp' } },
      channels: { a: { address: 'jobs', ...first }, b: { address: 'jobs', ...second } },
    },
  })
}

const queue = (properties: object) => ({
  bindings: { amqp: { is: 'queue', queue: { name: 'jobs', ...properties } } },
})

test('reports a queue with two sets of arguments', async () => {
  const [first, second] = [queue({ 'x-arguments': { 'x-max-length': 5 } }), queue({ 'x-arguments': {} })]
  expect(await declared(first, second)).toEqual([
    'asyncapi/bus/channels.yaml#/channels/b error: Queue "jobs" has arguments {} here and {"x-max-length":5} in ' +
      'asyncapi/bus/channels.yaml#/channels/a',
  ])
})

test.each([
  ['the same declaration in another order', queue({ exclusive: true, durable: true })],
  ['a channel without a binding, which declares nothing', {}],
])('allows %s', async (_, second) => {
  expect(await declared(queue({ durable: true, exclusive: true }), second)).toEqual([])
})
