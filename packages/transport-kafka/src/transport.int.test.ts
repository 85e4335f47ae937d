import { transportSuite } from '@concordat/runtime/testing'
import { requireService } from '@concordat/workbench/require-service'
import { afterAll, beforeAll } from 'vitest'

import { readBrokerUrl } from './broker-url.ts'
import { Cluster } from './cluster.ts'
import { openTransport } from './open-transport.ts'

const url = `kafka://${requireService('kafka')}`
const cluster = new Cluster(readBrokerUrl(url), 'transport suite')

beforeAll(() => cluster.connect())
afterAll(() => cluster.disconnect())

transportSuite({
  protocols: ['kafka'],
  open: () => openTransport(url, { clientName: 'transport suite' }),
  remove: async (topology) => {
    const standing = await cluster.admin.listTopics()
    const topics = topology.topics.map(({ name }) => name).filter((name) => standing.includes(name))
    if (topics.length > 0) await cluster.admin.deleteTopics({ topics })
  },
})
