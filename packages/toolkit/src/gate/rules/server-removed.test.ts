import { expect, test } from 'vitest'
import { checkBothWays } from '../testing/check-contract-rule.ts'
import { onKafka, withServers } from '../testing/samples.ts'
import { serverRemoved } from './server-removed.ts'

const broker = { host: 'kafka:9092', protocol: 'kafka' }
const other = { host: 'other:9092', protocol: 'kafka' }

test('reports a server that channels were on, and not one that came', async () => {
  expect(
    await checkBothWays(
      serverRemoved,
      withServers(onKafka(), { broker, other }),
      withServers(onKafka(), { broker }),
    ),
  ).toEqual({
    there: [
      'breaking server bus/other: Server "other" ("other:9092") is gone. [consumer bus/crm, publisher bus/shop]',
    ],
    back: [],
  })
})

test('allows another name of the same server', async () => {
  expect(
    await checkBothWays(
      serverRemoved,
      withServers(onKafka(), { broker }),
      withServers(onKafka(), { prod: broker }),
    ),
  ).toEqual({ there: [], back: [] })
})

test('allows to remove a server that no channel is on', async () => {
  const listed = onKafka({ channel: { servers: [{ $ref: '#/servers/broker' }] } })
  expect(
    await checkBothWays(
      serverRemoved,
      withServers(listed, { broker, other }),
      withServers(listed, { broker }),
    ),
  ).toEqual({ there: [], back: [] })
})
