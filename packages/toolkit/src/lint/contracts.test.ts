import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadCatalog } from '../model/load-catalog.ts'
import { lint } from './lint.ts'

const root = join(import.meta.dirname, '../../../..')

async function findingsIn(path: string): Promise<readonly string[]> {
  const findings = await lint(await loadCatalog({ kind: 'folder', path }))
  return findings.map(({ rule, place, message }) => `${place.file.split('/').at(-1)} ${rule}: ${message}`)
}

test("this repository's own contracts are clean", { timeout: 60_000 }, async () => {
  expect(await findingsIn(root)).toEqual([])
})

test('the event bus as it is documented has the mistakes of the document', { timeout: 60_000 }, async () => {
  const noDeadLetters = (queue: string): string =>
    `subscribers.yaml receive-without-dead-letter: "subscribers" receives from "${queue}", which has no place for dead letters`
  expect(await findingsIn(join(import.meta.dirname, 'fixtures/event-bus-as-documented'))).toEqual([
    'catalog-service.yaml event-without-consumer: "catalog-service" sends "StockUpdated", which reaches no queue from ' +
      'exchange "products" with key "product.stock.updated"',
    'catalog-service.yaml event-without-consumer: "catalog-service" sends "TierChanged", which reaches no queue from ' +
      'exchange "customers" with key "customer.tier.changed"',
    'channels.yaml dead-letter-unroutable: Queue "order.processing" sends its dead letters to exchange "deadletter" by ' +
      'key "order.processing.failed", which leads to no queue',
    'channels.yaml subscription-without-publisher: Queue "crm.orders" is bound to exchange "orders" by ' +
      '"order.completed", but no application publishes such a message',
    'channels.yaml wildcard-misses-events: Queue "crm.customers" is bound to exchange "customers" by "customer.*", ' +
      'which does not match "customer.tier.changed"',
    'channels.yaml wildcard-misses-events: Queue "search.products" is bound to exchange "products" by "product.*", ' +
      'which does not match "product.stock.updated"',
    'channels.yaml subscription-without-publisher: Queue "warehouse.products" is bound to exchange "products" by ' +
      '"inventory.*", but no application publishes such a message',
    'channels.yaml wildcard-on-direct-exchange: Queue "deadletter.orders" is bound to exchange "deadletter" by ' +
      '"order.*.failed", but the exchange is direct and knows no wildcards',
    'subscribers.yaml event-without-consumer: "subscribers" sends "SendEmail", which reaches no queue from exchange ' +
      '"notifications" with key "notification.email"',
    noDeadLetters('notification.orders'),
    noDeadLetters('crm.orders'),
    noDeadLetters('crm.customers'),
    noDeadLetters('search.products'),
    noDeadLetters('warehouse.products'),
  ])
})
