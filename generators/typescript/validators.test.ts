import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { memorySource } from '@concordat/toolkit/model'
import { expect, it } from 'vitest'
import { runModule, writeGenerated } from './testing/generated-folder.ts'
import { render } from './testing/render.ts'

/** Verdicts of the validators that are generated for the sender of `schemas/t/main/1.0.0.json`, with what failed first. */
async function verdicts(
  schemas: Readonly<Record<string, object>>,
  values: readonly unknown[],
): Promise<unknown> {
  const document = {
    asyncapi: '3.0.0',
    info: { title: 'App', version: '1.0.0' },
    channels: {
      c: {
        address: 'c',
        messages: { M: { payload: { $ref: '../../schemas/t/main/1.0.0.json' } } },
        bindings: { kafka: {} },
      },
    },
    operations: { s: { action: 'send', channel: { $ref: '#/channels/c' } } },
  }
  const files = Object.entries(schemas).map(([name, schema]) => [
    `schemas/t/${name}/1.0.0.json`,
    JSON.stringify(schema),
  ])
  const contracts = Object.fromEntries([
    ...files,
    ['asyncapi/sys/app.json', JSON.stringify(document)],
  ]) as Record<string, string>
  const folder = writeGenerated(await render(memorySource(contracts)))
  const printed = await runModule(`
    import { writeM } from ${JSON.stringify(join(folder, 'sys/app/validators.js'))}
    console.log(JSON.stringify(${JSON.stringify(values)}.map((value) => writeM(value) || writeM.errors[0])))`)
  rmSync(folder, { recursive: true })
  return JSON.parse(printed)
}

it('say what failed first, and where', async () => {
  const main = {
    type: 'object',
    required: ['id'],
    properties: { id: { type: 'string' }, 'a/b': { type: 'array', items: { enum: ['x'] } } },
  }
  expect(
    await verdicts({ main }, [{ id: '1' }, {}, { id: '1', 'a/b': ['x', 'y'] }, { id: '1', c: 1 }]),
  ).toEqual([
    true,
    { instancePath: '', keyword: 'required', params: { missingProperty: 'id' } },
    { instancePath: '/a~1b/1', keyword: 'enum', params: { allowedValues: ['x'] } },
    { instancePath: '', keyword: 'additionalProperties', params: { additionalProperty: 'c' } },
  ])
})

it('may need each other across files', async () => {
  const main = { type: 'object', properties: { other: { $ref: '../other/1.0.0.json' } } }
  const other = {
    type: 'object',
    properties: { main: { $ref: '../main/1.0.0.json' }, n: { type: 'number' } },
  }
  expect(
    await verdicts({ main, other }, [
      { other: { main: { other: { n: 1 } } } },
      { other: { main: { other: { n: 'x' } } } },
    ]),
  ).toEqual([true, { instancePath: '/other/main/other/n', keyword: 'type', params: { type: 'number' } }])
})

it('tell each other which properties they have looked at', async () => {
  const $schema = 'https://json-schema.org/draft/2019-09/schema'
  const main = { $schema, allOf: [{ $ref: '../other/1.0.0.json' }], unevaluatedProperties: false }
  const other = { $schema, type: 'object', properties: { n: { type: 'number' } } }
  expect(await verdicts({ main, other }, [{ n: 1 }, { n: 1, m: 1 }])).toEqual([
    true,
    { instancePath: '', keyword: 'unevaluatedProperties', params: { unevaluatedProperty: 'm' } },
  ])
})

it('check every format that JSON Schema names', async () => {
  const values = {
    date: '2026-02-28',
    'date-time': '2026-02-28T10:00:00Z',
    duration: 'P1D',
    email: 'a@example.com',
    hostname: 'example.com',
    ipv4: '127.0.0.1',
    ipv6: '::1',
    'json-pointer': '/a',
    regex: '^a$',
    'relative-json-pointer': '0',
    time: '10:00:00Z',
    uri: 'https://example.com',
    'uri-reference': '/a',
    uuid: '0198c2f4-7d3e-7b1a-9c55-2f60f1f0a001',
  }
  const properties = Object.fromEntries(
    Object.keys(values).map((format) => [format, { type: 'string', format }]),
  )
  const wrong = { ...values, date: '2026-02-30' }
  expect(await verdicts({ main: { type: 'object', properties } }, [values, wrong])).toEqual([
    true,
    { instancePath: '/date', keyword: 'format', params: { format: 'date' } },
  ])
})
