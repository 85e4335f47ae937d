import { expect, test } from 'vitest'
import { checkRule } from '../testing/check-rule.ts'
import { topics } from '../testing/sample-topics.ts'
import { kafkaKeyMissing } from './kafka-key-missing.ts'

const applications = { sender: { send: { customers: ['CustomerChanged'] } } }

function sent(policies: readonly string[], message: object): Promise<readonly string[]> {
  const bindings = { customers: { topicConfiguration: { 'cleanup.policy': policies } } }
  return checkRule(
    kafkaKeyMissing,
    topics(applications, { bindings, messages: { CustomerChanged: message } }),
  )
}

test('reports a message without a key on a compacted topic', async () => {
  expect(await sent(['compact', 'delete'], {})).toEqual([
    'asyncapi/bus/channels.yaml#/components/messages/CustomerChanged error: "sender" sends "CustomerChanged" without a ' +
      'key to the compacted topic "customers"',
  ])
})

test.each([
  ['a key from the data', ['compact'], { 'x-key': '/id' }],
  [
    'a key that only the binding describes',
    ['compact'],
    { bindings: { kafka: { key: { type: 'string' } } } },
  ],
  ['no key where old messages are deleted', ['delete'], {}],
])('allows %s', async (_, policies, message) => {
  expect(await sent(policies, message)).toEqual([])
})
