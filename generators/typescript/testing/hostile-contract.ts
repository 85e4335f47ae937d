import { type ContractSource, memorySource } from '@concordat/toolkit/model'

/** Texts that would run `globalThis.pwned = 1` wherever they got out of their literal or comment. */
export const hostileTexts: readonly string[] = [
  '*/ globalThis.pwned = 1 /*',
  '`${globalThis.pwned = 1}`',
  "'); globalThis.pwned = 1; ('",
  '"); globalThis.pwned = 1; ("',
  String.raw`\'; globalThis.pwned = 1; //`,
  '\nglobalThis.pwned = 1\n',
  '\u2028globalThis.pwned = 1\u2029',
  '\n@ts-ignore\n @ts-nocheck',
  '/* [*/ globalThis.pwned = 1 //',
  '</script><script>globalThis.pwned = 1</script>',
  '\u202e\u0000\u0007 globalThis.pwned = 1',
  '[k: string]: any }; globalThis.pwned = 1; {',
  'constructor',
  'hasOwnProperty',
  'schemaPath:"x",schemaPath:"y"',
  'require("node:child_process")',
]

/** A contract in which every text that a user can write is one of the hostile ones. */
export function hostileContract(): ContractSource {
  const schemas = hostileTexts.map((text, index) => [
    `schemas/evil/s${index}/1.0.0.json`,
    JSON.stringify(schemaOf(text)),
  ])
  const documents = hostileTexts.map((text, index) => [
    `asyncapi/sys/app${index}.json`,
    JSON.stringify(documentOf(text, index)),
  ])
  return memorySource(Object.fromEntries([...schemas, ...documents]) as Record<string, string>)
}

function schemaOf(text: string): unknown {
  const pattern = text.replaceAll(/[^\p{L}\p{N} ]/gu, (character) =>
    /[$()*+./?[\\\]^{|}-]/.test(character) ? `\\${character}`.replace('\\-', '-') : character,
  )
  return {
    $id: text,
    $comment: text,
    title: text,
    description: text,
    type: 'object',
    properties: {
      [text]: { type: 'string', description: text, pattern, default: text },
      list: { enum: [text, { [text]: text }], description: `${text}${text}` },
      constant: { const: text },
      object: { const: { [text]: [text] } },
      nested: {
        type: 'object',
        title: text,
        properties: { [text]: { $ref: `#/definitions/${pointerToken(text)}` } },
        required: [text],
      },
      all: { allOf: [{ $ref: `#/definitions/${pointerToken(text)}` }, { required: [text] }] },
      format: { type: 'string', format: text },
      map: { type: 'object', patternProperties: { [pattern]: { type: 'string' } } },
      dependent: { type: 'object', properties: { [text]: {}, b: {} }, dependencies: { [text]: [text] } },
      many: {
        type: 'object',
        properties: Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`${text}${index}`, {}])),
      },
    },
    required: [text],
    examples: [{ [text]: text }],
    definitions: {
      [text]: { type: 'object', description: text, properties: { [text]: { type: 'string' } } },
    },
  }
}

function pointerToken(text: string): string {
  return encodeURIComponent(text.replaceAll('~', '~0').replaceAll('/', '~1'))
}

function documentOf(text: string, index: number): unknown {
  const described = { title: text, summary: text, description: text }
  const message = {
    ...described,
    name: `${text} ${index}`,
    contentType: 'application/json',
    payload: { $ref: `../../schemas/evil/s${index}/1.0.0.json` },
    headers: {
      type: 'object',
      properties: { [text]: { const: text, description: text }, other: { enum: [text] } },
    },
  }
  return {
    asyncapi: '3.0.0',
    info: { title: text, version: text, description: text, 'x-source': text },
    channels: {
      [text]: {
        ...described,
        address: `${text}{param}`,
        parameters: { param: { enum: [text], description: text } },
        messages: { [text]: message },
        bindings: {
          amqp: {
            is: 'routingKey',
            exchange: { name: text, type: 'topic', 'x-arguments': { [text]: text } },
            'x-bindings': [{ exchange: `${text}2`, routingKey: text, arguments: { [text]: text } }],
          },
          kafka: { topic: `${text}{param}`, topicConfiguration: { [text]: text } },
        },
      },
      queue: {
        address: text,
        messages: { [text]: message },
        bindings: {
          amqp: {
            is: 'queue',
            queue: { name: `${text}q`, 'x-arguments': { [text]: text } },
            'x-bindings': [{ exchange: text, routingKey: text }],
          },
        },
      },
    },
    operations: {
      [`${text}s`]: { ...described, action: 'send', channel: { $ref: `#/channels/${pointerToken(text)}` } },
      [`${text}r`]: { ...described, action: 'receive', channel: { $ref: '#/channels/queue' } },
    },
  }
}
