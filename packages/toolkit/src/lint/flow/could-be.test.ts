import { expect, test } from 'vitest'
import { loadCatalog } from '../../model/load-catalog.ts'
import { memorySource } from '../../model/sources/memory-source.ts'
import { lint } from '../lint.ts'
import { toTexts } from '../testing/check-rule.ts'

/** One side of a conversation over a queue, which calls the message as it likes. */
function side(title: string, action: string, key: string, message: object) {
  return {
    asyncapi: '3.0.0',
    info: { title, version: '1.0.0' },
    servers: { local: { host: 'localhost', protocol: 'amqp' } },
    channels: { jobs: { address: 'jobs', messages: { [key]: message } } },
    operations: { [action]: { action, channel: { $ref: '#/channels/jobs' } } },
  }
}

async function rulesBroken(sent: object, received: object): Promise<readonly string[]> {
  const files = {
    'asyncapi/rpc/client.yaml': side('client', 'send', 'requestSum', sent),
    'asyncapi/rpc/server.yaml': side('server', 'receive', 'sum', received),
  }
  const findings = await lint(await loadCatalog(memorySource(toTexts(files))), { rules: { asyncapi: 'off' } })
  return findings.map(({ rule }) => rule)
}

test('documents that key one message differently understand each other', async () => {
  expect(await rulesBroken({ payload: {} }, { payload: {} })).toEqual([])
})

test('documents that name two messages differently do not', async () => {
  expect(await rulesBroken({ name: 'RequestSum' }, { name: 'Sum' })).toEqual([
    'event-without-consumer',
    'queue-message-undeclared',
    'queue-message-unreachable',
  ])
})
