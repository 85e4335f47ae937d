import { expect, test } from 'vitest'
import { type Files, toTexts } from '../lint/testing/check-rule.ts'
import type { Catalog } from '../model/catalog.ts'
import { loadCatalog } from '../model/load-catalog.ts'
import { folderSource } from '../model/sources/folder-source.ts'
import { memorySource } from '../model/sources/memory-source.ts'
import { changedPairs } from './changed-pairs.ts'
import { fileChanges } from './file-changes.ts'
import { type ContractChange, findContractChanges } from './find-contract-changes.ts'
import { pairCatalogs } from './pair-catalogs.ts'
import { TODAY } from './testing/check-contract-rule.ts'
import { onKafka, onRabbit, withChannel, withOperations, without } from './testing/samples.ts'

async function rulesBroken(base: Files, head: Files): Promise<readonly string[]> {
  const [before, now] = await Promise.all([load(base), load(head)])
  return compare(before, now).map(({ rule, violation }) => `${rule.id} ${violation.thing.name}`)
}

function compare(base: Catalog, head: Catalog): readonly ContractChange[] {
  const compared = { base, head, pairs: pairCatalogs(base, head), changes: fileChanges(base, head) }
  return findContractChanges({ ...compared, pairs: changedPairs(compared), today: TODAY })
}

function load(files: Files): Promise<Catalog> {
  return loadCatalog(memorySource(toTexts(files)))
}

test('finds nothing where nothing changed', async () => {
  expect(await rulesBroken(onRabbit(), onRabbit())).toEqual([])
})

test('finds nothing in the contracts of this repository when only their bytes differ', async () => {
  const base = await loadCatalog(folderSource(`${import.meta.dirname}/../../../..`))
  const texts = [...base.files.values()].map(({ path, text }) => [path, `${text}\n`] as const)
  const head = await loadCatalog(memorySource(Object.fromEntries(texts)))
  expect(head.systems.length).toBeGreaterThan(3)
  expect(compare(base, head)).toEqual([])
})

test('reports a channel that is gone and not its messages and operations again', async () => {
  const receive = {
    receiveOther: { action: 'receive', channel: { $ref: './channels.yaml#/channels/other' } },
  }
  const other = { address: 'other', messages: { other: { name: 'Other' } } }
  const all = withChannel(onKafka(), 'other', other)
  const crm = { ...(onKafka()['asyncapi/bus/crm.yaml'] as { operations: object }).operations, ...receive }
  expect(await rulesBroken(withOperations(all, 'crm', crm), onKafka())).toEqual(['channel-removed bus/other'])
})

test('reports an application that is gone and not its operations again', async () => {
  expect(await rulesBroken(onKafka(), without(onKafka(), 'shop'))).toEqual(['application-removed bus/shop'])
})

test('reports a queue with another name and not its bindings and arguments again', async () => {
  const renamed = onRabbit({ queue: { name: 'crm.v2' }, arguments: { 'x-message-ttl': 1000 } })
  expect(await rulesBroken(onRabbit(), renamed)).toEqual(['queue-renamed bus/crm'])
})

test('reports once what two channels define in the same words', async () => {
  const withId = (correlationId?: object): Files => onRabbit({ message: { correlationId } })
  expect(await rulesBroken(withId({ location: '$message.header#/trace' }), withId())).toEqual([
    'correlation-id-removed bus/OrderCreated',
  ])
})

test('finds what a schema changed of a message, where only a schema changed', async () => {
  const contracts = (type: string): Files => ({
    ...onKafka({ message: { payload: { $ref: '../../schemas/orders/order.created/1.0.0.json' } } }),
    'schemas/orders/order.created/1.0.0.json': {
      'x-concordat-envelope': { type: '/type', data: '/data' },
      type: 'object',
      properties: { type: { const: type } },
    },
  })
  expect(await rulesBroken(contracts('order.created'), contracts('order.placed'))).toEqual([
    'message-type-changed bus/OrderCreated',
  ])
})

test('finds the schema of a key that changed, where only that changed', async () => {
  const contracts = (type: string): Files => ({
    ...onKafka({
      message: { bindings: { kafka: { key: { $ref: '../../schemas/keys/order-id/1.0.0.json' } } } },
    }),
    'schemas/keys/order-id/1.0.0.json': { type },
  })
  expect(await rulesBroken(contracts('string'), contracts('integer'))).toEqual([
    'kafka-key-schema-changed bus/OrderCreated',
  ])
})

test('survives keys that JavaScript would take for its own', async () => {
  const odd = (value: string): Files => ({
    'asyncapi/bus/channels.json': `{"asyncapi":"3.0.0","info":{"title":"t","version":"1"},"channels":{"__proto__":{"address":"__proto__","messages":{"constructor":{"name":"${value}"}},"parameters":{"toString":{"enum":["${value}"]}},"bindings":{"amqp":{"is":"queue","queue":{"name":"__proto__","x-arguments":{"__proto__":1,"toString":"${value}"}}}}}},"operations":{"__proto__":{"action":"send","channel":{"$ref":"#/channels/__proto__"},"bindings":{"amqp":{"__proto__":{"ack":false}}}}}}`,
  })
  expect(await rulesBroken(odd('a'), odd('b'))).toEqual([
    'channel-parameter-narrowed bus/__proto__',
    'channel-parameter-widened bus/__proto__',
    'message-type-changed bus/b',
    'queue-arguments-changed bus/__proto__',
  ])
})
