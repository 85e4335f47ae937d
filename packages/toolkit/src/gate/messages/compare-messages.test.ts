import { expect, it } from 'vitest'
import type { Change } from '../change.ts'
import { checkTrees, type Files } from '../testing/check-trees.ts'
import { orderBus } from '../testing/order-bus.ts'

async function changes(base: Files, head: Files): Promise<readonly string[]> {
  const report = await checkTrees(head, base)
  return report.changes.flatMap(({ thing, verdict, findings }: Change) => [
    `${thing.kind} ${thing.name} ${verdict}`,
    ...findings.map(
      ({ rule, direction, witness, hit }) =>
        `  ${rule} ${direction} {${Object.keys(witness?.value ?? {}).join()}} ${hit.map(({ role, applications }) => `${role} ${applications.join()}`).join()}`,
    ),
  ])
}

const payload = (properties: object, required: readonly string[] = []): object => ({
  payload: {
    type: 'object',
    properties: { id: { type: 'string' }, ...properties },
    required: ['id', ...required],
  },
})

it('says nothing about trees with the same messages', async () => {
  expect(await changes(orderBus(), orderBus({ description: 'Other words.' }))).toEqual([])
})

it('takes an optional property for compatible', async () => {
  expect(await changes(orderBus(), orderBus(payload({ note: { type: 'string' } })))).toEqual([
    'message bus/OrderCreated compatible',
  ])
})

it('names the publisher whose messages a new consumer refuses', async () => {
  expect(await changes(orderBus(), orderBus(payload({ note: { type: 'string' } }, ['note'])))).toEqual([
    'message bus/OrderCreated breaking',
    '  required-property-added backward {id} publisher bus/shop',
  ])
})

it('names the consumer that refuses what a new publisher sends', async () => {
  const optional = { payload: { type: 'object', properties: { id: { type: 'string' } } } }
  expect(await changes(orderBus(), orderBus(optional))).toEqual([
    'message bus/OrderCreated breaking',
    '  property-became-optional forward {} consumer bus/billing',
  ])
})

it('looks at headers too', async () => {
  const headers = (type: string): object => ({
    headers: { type: 'object', properties: { trace: { type } }, required: ['trace'] },
  })
  expect(await changes(orderBus(headers('string')), orderBus(headers('integer')))).toEqual([
    'message bus/OrderCreated breaking',
    '  type-narrowed backward {trace} publisher bus/shop',
    '  type-widened forward {trace} consumer bus/billing',
  ])
})

it('looks at what comes and goes as a whole', async () => {
  const nothing = { payload: undefined }
  const gone = await changes(orderBus(), orderBus(nothing))
  expect(gone[0]).toBe('message bus/OrderCreated breaking')
  expect(gone).toContain('  property-removed forward {} consumer bus/billing')
  expect((await changes(orderBus(nothing), orderBus()))[0]).toBe('message bus/OrderCreated breaking')
})

it('takes optional headers for compatible, and required ones for a break, as they come and go', async () => {
  const headers = (required: readonly string[]): object => ({
    headers: { type: 'object', properties: { trace: { type: 'string' } }, required },
  })
  const compatible = ['message bus/OrderCreated compatible']
  expect(await changes(orderBus(), orderBus(headers([])))).toEqual(compatible)
  expect(await changes(orderBus(headers([])), orderBus())).toEqual(compatible)
  expect(await changes(orderBus(), orderBus(headers(['trace'])))).toEqual([
    'message bus/OrderCreated breaking',
    '  required-property-added backward {} publisher bus/shop',
  ])
  expect(await changes(orderBus(headers(['trace'])), orderBus())).toEqual([
    'message bus/OrderCreated breaking',
    '  property-removed forward {} consumer bus/billing',
  ])
})

it('takes another way to write the same schema for what it is', async () => {
  const written = {
    payload: { allOf: [{ type: 'object' }, { required: ['id'] }], properties: { id: { type: 'string' } } },
  }
  expect(await changes(orderBus(), orderBus(written))).toEqual(['message bus/OrderCreated compatible'])
})

it('does not decide about payloads in other languages', async () => {
  const avro = (fields: readonly object[]): object => ({
    payload: {
      schemaFormat: 'application/vnd.apache.avro;version=1.9.0',
      schema: { type: 'record', name: 'Order', fields },
    },
  })
  const field = { name: 'id', type: 'string' }
  expect(await changes(orderBus(avro([field])), orderBus(avro([field])))).toEqual([])
  expect(await changes(orderBus(avro([field])), orderBus(avro([])))).toEqual([
    'message bus/OrderCreated undecided',
    '  payload-not-compared undefined {} consumer bus/billing',
  ])
})

it('keeps only the promises of the mode that a message states in the base', async () => {
  const backward = { 'x-compatibility': 'BACKWARD' }
  const widened = payload({}, [])
  const narrow = { ...payload({ note: { type: 'string' } }, ['note']) }
  expect(await changes(orderBus({ ...narrow, ...backward }), orderBus({ ...widened, ...backward }))).toEqual([
    'message bus/OrderCreated compatible',
  ])
  expect(await changes(orderBus(narrow), orderBus({ ...widened, ...backward }))).toEqual([
    'message bus/OrderCreated breaking',
    '  property-removed forward {id} consumer bus/billing',
    'message bus/OrderCreated risky',
    '  compatibility-weakened undefined {} ',
  ])
})

it('keeps what any of several channels promises', async () => {
  const onTwo = (message: object): Files => {
    const definition = { name: 'OrderCreated', ...message }
    return {
      'asyncapi/bus/channels.json': {
        asyncapi: '3.0.0',
        info: { title: 'bus', version: '1.0.0' },
        channels: Object.fromEntries(
          [
            ['a', { 'x-compatibility': 'NONE' }],
            ['b', {}],
          ].map(([name, extension]) => [
            name,
            { address: name, messages: { m: { $ref: '#/components/messages/m' } }, ...(extension as object) },
          ]),
        ),
        components: { messages: { m: definition } },
      },
    }
  }
  const [first] = await changes(onTwo(payload({})), onTwo(payload({ note: {} }, ['note'])))
  expect(first).toBe('message bus/OrderCreated breaking')
})
