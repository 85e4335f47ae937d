import { expect, test } from 'vitest'
import { checkRule } from '../testing/check-rule.ts'
import { sampleBus } from '../testing/sample-bus.ts'
import { dropHeadWithDeadLetter } from './drop-head-with-dead-letter.ts'

function jobs(queueArguments: Readonly<Record<string, unknown>>): Promise<readonly string[]> {
  return checkRule(dropHeadWithDeadLetter, sampleBus({ queues: { jobs: { arguments: queueArguments } } }))
}

const atLeastOnce = { 'x-queue-type': 'quorum', 'x-dead-letter-strategy': 'at-least-once' }

test('reports at-least-once dead lettering with the default overflow', async () => {
  expect(await jobs(atLeastOnce)).toEqual([
    'asyncapi/bus/channels.yaml#/channels/jobs error: Queue "jobs" has "x-dead-letter-strategy: at-least-once" with ' +
      '"x-overflow: drop-head"',
  ])
})

test.each([
  ['an overflow that refuses publishers', { ...atLeastOnce, 'x-overflow': 'reject-publish' }],
  [
    'at-most-once, which promises nothing',
    { 'x-dead-letter-strategy': 'at-most-once', 'x-overflow': 'drop-head' },
  ],
])('allows %s', async (_, queueArguments) => {
  expect(await jobs(queueArguments)).toEqual([])
})
