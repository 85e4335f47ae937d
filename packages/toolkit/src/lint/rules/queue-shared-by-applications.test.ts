import { expect, test } from 'vitest'
import { checkRule } from '../testing/check-rule.ts'
import { sampleBus } from '../testing/sample-bus.ts'
import { queueSharedByApplications } from './queue-shared-by-applications.ts'

function jobs(readers: readonly string[]): Promise<readonly string[]> {
  return checkRule(
    queueSharedByApplications,
    sampleBus({ queues: { jobs: { readers }, other: { readers } } }),
  )
}

test('reports a queue that two applications read', async () => {
  expect(await jobs(['crm', 'mail'])).toEqual([
    'asyncapi/bus/channels.yaml#/channels/jobs warning: Queue "jobs" is read by "crm" and "mail"',
    'asyncapi/bus/channels.yaml#/channels/other warning: Queue "other" is read by "crm" and "mail"',
  ])
})

test('allows one application to read several queues', async () => {
  expect(await jobs(['crm'])).toEqual([])
})
