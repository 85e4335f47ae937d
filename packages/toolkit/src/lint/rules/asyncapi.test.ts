import { expect, test } from 'vitest'
import { lint } from '../lint.ts'
import { checkRule } from '../testing/check-rule.ts'
import { asyncapi } from './asyncapi.ts'
import { loadCatalog } from '../../model/load-catalog.ts'
import { memorySource } from '../../model/sources/memory-source.ts'

const channels = 'asyncapi/bus/channels.yaml'

/** Two documents: the application refers to the message that the channels define. */
function documents(message: object): Readonly<Record<string, unknown>> {
  return {
    [channels]: {
      asyncapi: '3.0.0',
      info: { title: 'bus', version: '1.0.0' },
      channels: {
        orders: { address: 'orders', messages: { created: { $ref: './messages.yaml#/OrderCreated' } } },
      },
    },
    'asyncapi/bus/crm.yaml': {
      asyncapi: '3.0.0',
      info: { title: 'crm', version: '1.0.0' },
      channels: { orders: { $ref: './channels.yaml#/channels/orders' } },
      operations: { receive: { action: 'receive', channel: { $ref: '#/channels/orders' } } },
    },
    'asyncapi/bus/messages.yaml': { OrderCreated: message },
  }
}

test('reports what the specification does not allow, in the file where it stands', async () => {
  const found = await checkRule(asyncapi, documents({ nam: 'OrderCreated' }))
  expect(new Set(found)).toEqual(
    new Set([
      'asyncapi/bus/messages.yaml#/OrderCreated/nam error: Property "nam" is not expected to be here',
    ]),
  )
})

test('names the rule of the parser, and says the same thing once for all documents', async () => {
  const texts = Object.entries(documents({ nam: 'OrderCreated' })).map(([path, value]) => [
    path,
    JSON.stringify(value),
  ])
  const catalog = await loadCatalog(memorySource(Object.fromEntries(texts)))
  const findings = await lint(catalog)
  expect(findings.map(({ rule }) => rule)).toEqual(['asyncapi/asyncapi-document-resolved'])
})

test('leaves out the sentence about "else" where another says what is wrong', async () => {
  const found = await checkRule(asyncapi, documents({ payload: { type: 'object', externalDocs: 'docs' } }))
  expect(new Set(found)).toEqual(
    new Set([
      expect.stringContaining(
        '#/OrderCreated/payload/externalDocs error: "externalDocs" property type must be',
      ),
    ]),
  )
})

test('leaves to another rule what is wrong with a schema itself', async () => {
  expect(await checkRule(asyncapi, documents({ payload: { type: 'objekt' } }))).toEqual([])
})

test('allows valid documents, also of AsyncAPI 2, and leaves out mere recommendations of newer versions', async () => {
  expect(await checkRule(asyncapi, documents({ name: 'OrderCreated', 'x-owner': 'sales' }))).toEqual([])
  const two = {
    asyncapi: '2.6.0',
    id: 'urn:crm',
    info: {
      title: 'crm',
      version: '1.0.0',
      description: 'CRM',
      contact: { name: 'a', url: 'https://a.example', email: 'a@a.example' },
      license: { name: 'MIT' },
    },
    defaultContentType: 'application/json',
    servers: { local: { url: 'localhost', protocol: 'amqp' } },
    tags: [{ name: 'crm' }],
    channels: {
      orders: {
        subscribe: { operationId: 'onOrder', message: { messageId: 'order', payload: { type: 'object' } } },
      },
    },
  }
  expect(await checkRule(asyncapi, { 'crm.yaml': two })).toEqual([])
})

test('never reads the network or files outside the catalog for what looks like a reference in an example', async () => {
  const examples = [
    { payload: { $ref: 'http://127.0.0.1:9/secret' } },
    { payload: { $ref: '../../../etc/passwd' } },
  ]
  expect(await checkRule(asyncapi, documents({ payload: {}, examples }))).toEqual([])
})

test('gives a document no more time than it is worth whose references multiply', async () => {
  const definitions = Array.from({ length: 40 }, (_, index): [string, object] => {
    const next = { $ref: `#/components/schemas/level${index + 1}` }
    return [`level${index}`, { type: 'object', properties: { left: next, right: next } }]
  })
  const bomb = {
    asyncapi: '3.0.0',
    info: { title: 'bus', version: '1.0.0' },
    channels: {},
    components: { schemas: { ...Object.fromEntries(definitions), level40: { type: 'string' } } },
  }
  expect(await checkRule(asyncapi, { 'asyncapi/bus/channels.yaml': bomb })).toEqual([
    'asyncapi/bus/channels.yaml# error: The document has more than 1,000,000 values when its references are written out, as other tools read it.',
  ])
})

test('puts up with a schema that contains itself', async () => {
  const tree = { type: 'object', properties: { parent: { $ref: '#/components/schemas/tree' } } }
  const document = {
    asyncapi: '3.0.0',
    info: { title: 'bus', version: '1.0.0' },
    channels: {},
    components: { schemas: { tree } },
  }
  expect(await checkRule(asyncapi, { 'asyncapi/bus/channels.yaml': document })).toEqual([])
})

test('puts up with schemas in several files that contain each other', async () => {
  const a = '../a.json'
  const object = (...refs: readonly string[]): object => ({
    type: 'object',
    properties: Object.fromEntries(refs.map((ref, index) => [`property${index}`, { $ref: ref }])),
  })
  const files = {
    'asyncapi/bus.json': {
      asyncapi: '3.0.0',
      info: { title: 'bus', version: '1.0.0' },
      channels: {},
      components: {
        schemas: { x: object('../b.json', `${a}#/definitions/y`), y: object(a, '#/components/schemas/x') },
      },
    },
    'a.json': {
      ...object('./a.json', '#', './a.json#/definitions/y', './a.json#/definitions/z', './b.json'),
      definitions: {
        y: object('./a.json', './a.json#/definitions/z', './b.json'),
        z: object('./a.json#/definitions/z', '#'),
      },
    },
    'b.json': object(
      './a.json',
      './a.json#/definitions/y',
      './asyncapi/bus.json#/components/schemas/y',
      'b.json',
    ),
  }
  expect(await checkRule(asyncapi, files)).toEqual([])
  const wrong = { ...files, 'b.json': { ...files['b.json'], externalDocs: 'docs' } }
  expect(await checkRule(asyncapi, wrong)).toContainEqual(
    expect.stringContaining('b.json#/externalDocs error: "externalDocs" property type must be'),
  )
})
