import { randomUUID } from 'node:crypto'

import { loadCatalog } from '@concordat/toolkit/model'

import { proveDelivery } from './prove-delivery.ts'
import { repositoryRoot } from './repository-root.ts'
import { readTraffic } from './sent-messages.ts'

const catalog = await loadCatalog({ kind: 'folder', path: repositoryRoot })

for (const traffic of readTraffic(catalog)) {
  const url = `memory:${randomUUID()}`
  proveDelivery(traffic, { name: `the memory transport (${traffic.protocol})`, url: () => url })
}
