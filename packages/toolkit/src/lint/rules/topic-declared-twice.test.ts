import { expect, test } from 'vitest'
import { checkRule } from '../testing/check-rule.ts'
import { topicDeclaredTwice } from './topic-declared-twice.ts'

function declared(first: object, second: object): Promise<readonly string[]> {
  return checkRule(topicDeclaredTwice, {
    'asyncapi/bus/channels.yaml': {
      asyncapi: '3.0.0',
      info: { title: 'bus', version: '1.0.0' },
      servers: { local: { host: 'localhost', protocol: 'kafka' } },
      channels: { a: { address: 'orders', ...first }, b: { address: 'orders', ...second } },
    },
  })
}

const topic = (properties: object) => ({ bindings: { kafka: { topic: 'orders', ...properties } } })

test('reports a topic with two numbers of partitions', async () => {
  expect(await declared(topic({ partitions: 3 }), topic({ partitions: 6 }))).toEqual([
    'asyncapi/bus/channels.yaml#/channels/b error: Topic "orders" has partitions 6 here and 3 in ' +
      'asyncapi/bus/channels.yaml#/channels/a',
  ])
})

test.each([
  ['the same declaration twice', topic({ partitions: 3 })],
  ['a channel without a binding, which declares nothing', {}],
])('allows %s', async (_, second) => {
  expect(await declared(topic({ partitions: 3 }), second)).toEqual([])
})
