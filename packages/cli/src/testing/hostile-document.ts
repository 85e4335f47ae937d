import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Ends comments, strings and template literals of JavaScript, and sets `globalThis.taken` where any of it runs. */
const hostile = "*/ globalThis.taken = 1 /* `${(globalThis.taken = 2)}` \u2028 '; globalThis.taken = 3 //"

/** Writes a document whose names are words of JavaScript and whose texts try to break out of what is generated from them. */
export function writeHostileDocument(folder: string): void {
  const channel = { $ref: `#/channels/${encodeURIComponent(hostile.replaceAll('/', '~1'))}` }
  const messages = ['new', 'await', 'default', 'constructor', 'then', 'import'].map((name) => [
    name,
    { title: hostile, description: hostile, payload },
  ])
  const document = {
    asyncapi: '3.0.0',
    info: { title: `class ${hostile}`, version: hostile, description: hostile },
    channels: {
      [hostile]: { address: hostile, description: hostile, messages: Object.fromEntries(messages) },
    },
    operations: {
      delete: { action: 'send', channel, summary: hostile, description: hostile },
      return: { action: 'receive', channel, summary: hostile, description: hostile },
    },
  }
  mkdirSync(folder)
  writeFileSync(join(folder, 'asyncapi.json'), JSON.stringify(document))
}

const payload = {
  description: hostile,
  type: 'object',
  properties: {
    class: { type: 'string', description: hostile, pattern: '`\\$\\{x\\}|\\*/' },
    constructor: { type: 'string' },
    toString: { const: hostile },
    [hostile]: { enum: [hostile, "'", '\\', '"'] },
  },
  required: ['class'],
  examples: [{ class: `*/ ${hostile}` }],
}
