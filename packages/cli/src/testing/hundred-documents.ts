import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Writes a repository of a hundred services, each with its document of version 2.6 or 3.0 in its own folder, in YAML or JSON. */
export function writeHundredDocuments(folder: string): void {
  const write = (path: string, content: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  write('shared/money.json', JSON.stringify(money))
  for (let index = 0; index < 100; index++) {
    const document = index % 4 < 2 ? version2(index) : version3(index)
    const extension = index % 2 === 0 ? 'json' : 'yaml'
    write(`services/service-${index}/asyncapi.${extension}`, print(document, extension))
  }
}

/** JSON is YAML too; a comment and a key without quotes make it one that only a YAML parser reads. */
function print(document: { readonly asyncapi: string }, extension: 'json' | 'yaml'): string {
  if (extension === 'json') return JSON.stringify(document, null, 2)
  return Object.entries(document)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)} # ${key}\n`)
    .join('')
}

const money = {
  title: 'Money',
  type: 'object',
  properties: { amount: { type: 'integer' }, currency: { type: 'string' } },
  required: ['amount', 'currency'],
}

const payload = (index: number): object => ({
  type: 'object',
  properties: {
    id: { type: 'string', format: 'uuid' },
    total: { $ref: '../../shared/money.json' },
    lines: { type: 'array', items: { type: 'object', properties: { sku: { type: 'string' } } } },
  },
  required: ['id', index % 3 === 0 ? 'total' : 'lines'],
})

function version2(index: number) {
  return {
    asyncapi: '2.6.0',
    info: { title: `Service ${index}`, version: '1.0.0' },
    channels: {
      [`events.${index}`]: {
        subscribe: { operationId: 'tell', message: { name: `Event${index}`, payload: payload(index) } },
      },
    },
  }
}

function version3(index: number) {
  return {
    asyncapi: '3.0.0',
    info: { title: `Service ${index}`, version: '1.0.0' },
    channels: {
      events: {
        address: `events.${index}`,
        messages: { event: { name: `Event${index}`, payload: payload(index) } },
      },
    },
    operations: { tell: { action: 'send', channel: { $ref: '#/channels/events' } } },
  }
}
