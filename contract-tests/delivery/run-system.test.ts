import { randomUUID } from 'node:crypto'

import { orderServiceContract } from '@concordat/generated/event-bus/order-service/client'
import { searchServiceContract } from '@concordat/generated/event-bus/search-service/client'
import { connect } from '@concordat/runtime'
import { loadCatalog } from '@concordat/toolkit/model'
import { expect, it } from 'vitest'

import { repositoryRoot } from './repository-root.ts'
import { runSystem } from './run-system.ts'
import { readTraffic } from './sent-messages.ts'

const catalog = await loadCatalog({ kind: 'folder', path: repositoryRoot })

it('notices that a message reaches an application that has no handler for it', async () => {
  const broker = `memory:${randomUUID()}`
  await bindAstray(broker)
  const traffic = readTraffic(catalog).find(({ system }) => system.name === 'event-bus')
  if (traffic === undefined) throw new Error('there is no event bus')
  const { published, reached, handled } = await runSystem(traffic, broker)
  const ids = published.filter(({ sent }) => sent.message.name === 'OrderCreated').map(({ id }) => id)
  const documented = ['analytics-service', 'notification-service']
  expect(ids.map((id) => reached(id))).toEqual(ids.map(() => [...documented, 'search-service']))
  expect(ids.map((id) => handled(id).map(({ application }) => application))).toEqual(
    ids.map(() => documented),
  )
})

/** Binds a queue of the search service to an event that its document does not receive. */
async function bindAstray(broker: string): Promise<void> {
  const connection = await connect(broker)
  await connection.declare(orderServiceContract.topology)
  await connection.declare(searchServiceContract.topology)
  const binding = {
    exchange: 'orders',
    destination: { kind: 'queue', name: 'search.products' },
    routingKey: 'order.created',
  } as const
  await connection.declare({ exchanges: [], queues: [], bindings: [binding], topics: [] })
  await connection.close()
}
