import { expect, test } from 'vitest'
import { checkRule } from '../testing/check-rule.ts'
import { sampleBus } from '../testing/sample-bus.ts'
import { deadLetterLoop } from './dead-letter-loop.ts'

const back = { 'x-dead-letter-exchange': 'retry', 'x-dead-letter-routing-key': 'wait' }
const forth = { 'x-dead-letter-exchange': 'retry', 'x-dead-letter-routing-key': 'jobs' }

function loop(
  jobs: Readonly<Record<string, unknown>>,
  wait: Readonly<Record<string, unknown>>,
): Promise<readonly string[]> {
  return checkRule(
    deadLetterLoop,
    sampleBus({
      exchanges: { retry: 'direct' },
      queues: {
        jobs: { bindings: ['retry/jobs'], arguments: jobs },
        wait: { bindings: ['retry/wait'], arguments: wait },
      },
    }),
  )
}

test('reports dead letters that come back without a pause, once', async () => {
  expect(await loop(back, forth)).toEqual([
    'asyncapi/bus/channels.yaml#/channels/jobs error: Dead letters of queue "jobs" come back to it at once: ' +
      '"jobs" -> "wait" -> "jobs"',
  ])
})

test('reports a queue that is its own dead letter queue', async () => {
  expect(await loop(forth, {})).toEqual([expect.stringContaining('"jobs" -> "jobs"')])
})

test.each([
  ['a loop through a queue that holds messages for a time', back, { ...forth, 'x-message-ttl': 5000 }],
  ['a way that ends', back, {}],
])('allows %s', async (_, jobs, wait) => {
  expect(await loop(jobs, wait)).toEqual([])
})
