import { describe, expect, it } from 'vitest'
import { ContractError, type ContractProblem } from './contract-error.ts'
import { loadCatalog } from './load-catalog.ts'
import { memorySource } from './sources/memory-source.ts'

type Files = Readonly<Record<string, string | Uint8Array>>

async function problemsOf(files: Files): Promise<readonly ContractProblem[]> {
  try {
    await loadCatalog(memorySource(files))
  } catch (error) {
    if (error instanceof ContractError) return error.problems
    throw error
  }
  return []
}

/** `code file:line:column message`, one a problem. */
async function reportOf(files: Files): Promise<readonly string[]> {
  const problems = await problemsOf(files)
  return problems.map(({ code, message, place }) => {
    const where = place === undefined ? 'nowhere' : `${place.file}:${place.line}:${place.column}`
    return `${code} ${where} ${message}`
  })
}

const VALID = 'asyncapi: 3.0.0\ninfo: {title: T, version: 1.0.0}\n'

const withSchema = (schema: string): Files => ({
  'asyncapi.yaml': `${VALID}components: {schemas: {S: {$ref: ./s.json}}}\n`,
  's.json': schema,
})

describe('syntax', () => {
  it('names the place of broken YAML', async () => {
    expect(await reportOf({ 'asyncapi.yaml': `${VALID}channels:\n  a: [1, 2\n` })).toEqual([
      'syntax asyncapi.yaml:5:1 asyncapi.yaml is not valid YAML: Flow sequence in block collection must be sufficiently indented and end with a ].',
    ])
  })

  it('names the place of broken JSON', async () => {
    expect(await reportOf({ 'asyncapi.json': '{\n  "asyncapi": "3.0.0",\n  "info": }\n' })).toEqual([
      'syntax asyncapi.json:3:11 asyncapi.json is not valid JSON: a value should stand here, not "}".',
    ])
  })

  it('refuses JSON that ends too early', async () => {
    expect(await reportOf(withSchema('{"a": [1'))).toEqual([
      'syntax s.json:1:9 s.json is not valid JSON: "," should stand here, not the end of the file.',
    ])
  })

  it('finds a mistake after a string of a million characters', async () => {
    const text = `{"description": "${'\\n'.repeat(500_000)}",\n"type": nul}`
    expect(await reportOf(withSchema(text))).toEqual([
      'syntax s.json:2:9 s.json is not valid JSON: a value should stand here, not "n".',
    ])
  })

  it('refuses a key that stands twice in a JSON object', async () => {
    expect(await reportOf(withSchema('{"type": "object",\r\n "type": "string"}'))).toEqual([
      'syntax s.json:2:2 s.json has the key "type" twice in one object.',
    ])
  })

  it('takes a JSON string that looks like a key for what it is', async () => {
    expect(await reportOf(withSchema('{"description": "write \\"type\\": 1", "type": "string"}'))).toEqual([])
  })

  it('refuses a key that stands twice in a YAML map', async () => {
    expect(await reportOf({ 'asyncapi.yaml': `${VALID}info: {}\n` })).toEqual([
      'syntax asyncapi.yaml:3:1 asyncapi.yaml has the key "info" twice in one object.',
    ])
  })

  it('refuses several YAML documents in one file', async () => {
    expect(await reportOf({ 'asyncapi.yaml': `${VALID}---\nb: 2\n` })).toEqual([
      'syntax asyncapi.yaml:3:1 asyncapi.yaml holds several YAML documents.',
    ])
  })

  it('refuses an unknown YAML tag', async () => {
    expect(await reportOf({ 'asyncapi.yaml': `${VALID}x-a: !run {}\n` })).toEqual([
      'syntax asyncapi.yaml:3:6 asyncapi.yaml is not valid YAML: Unresolved tag: !run.',
    ])
  })

  it('refuses an alias without an anchor', async () => {
    expect(await reportOf({ 'asyncapi.yaml': `${VALID}x-a: *x\n` })).toEqual([
      'syntax asyncapi.yaml:3:6 asyncapi.yaml has the alias *x without an anchor before it.',
    ])
  })

  it('refuses YAML that JSON cannot express', async () => {
    expect(await reportOf({ 'asyncapi.yaml': `${VALID}x-a: .nan\n? [a]\n: 1\n` })).toEqual([
      'syntax asyncapi.yaml:3:6 asyncapi.yaml holds the number .nan, which JSON cannot express.',
      'syntax asyncapi.yaml:4:3 asyncapi.yaml has a key that is not a plain name.',
    ])
  })

  it('refuses a file that is not UTF-8', async () => {
    const bytes = Buffer.concat([Buffer.from(VALID), Buffer.from([0x78, 0x3a, 0x20, 0xff])])
    expect(await reportOf({ 'asyncapi/a.yaml': VALID, 'schemas/a/b/1.0.0.json': bytes })).toEqual([
      'unreadable schemas/a/b/1.0.0.json:1:1 schemas/a/b/1.0.0.json is not encoded in UTF-8.',
    ])
  })

  it('reads a byte order mark, CRLF and merge keys', async () => {
    const text = `\uFEFF${VALID}x-base: &base {a: 1}\nx-more: {<<: *base, b: 2}\n`.replaceAll('\n', '\r\n')
    const catalog = await loadCatalog(memorySource({ 'asyncapi.yaml': text }))
    expect(catalog.systems[0]?.documents[0]?.node.value['x-more']).toEqual({ a: 1, b: 2 })
    expect(catalog.locate({ file: 'asyncapi.yaml', pointer: '/x-more' })).toMatchObject({
      line: 4,
      column: 1,
    })
  })

  it('keeps keys that JavaScript would take for its own as plain data', async () => {
    const schema = '{"properties": {"__proto__": {"type": "string"}, "constructor": {"type": "number"}}}'
    const yaml = `${VALID}components: {schemas: {S: {$ref: ./s.json}}}\n__proto__: {polluted: true}\n`
    const catalog = await loadCatalog(memorySource({ 'asyncapi.yaml': yaml, 's.json': schema }))
    expect(Object.keys(catalog.resolve({ file: 's.json' }, '#/properties').value as object)).toEqual([
      '__proto__',
      'constructor',
    ])
    expect(Object.hasOwn({}, 'polluted') || 'polluted' in {}).toBe(false)
    expect(await reportOf({ ...withSchema('{"$ref": "#/properties/toString"}') })).toHaveLength(1)
  })
})

describe('size', () => {
  it('refuses a file of 50 MB by its size', async () => {
    expect(await reportOf({ 'asyncapi/a.yaml': new Uint8Array(50 * 1024 * 1024) })).toEqual([
      'too-large asyncapi/a.yaml:1:1 asyncapi/a.yaml has 50.0 MB, more than the 10 MB that Concordat reads.',
    ])
  })

  it('refuses a reference to a file that is too large, where it stands', async () => {
    const files = { ...withSchema(''), 's.json': new Uint8Array(11 * 1024 * 1024) }
    expect(await reportOf(files)).toEqual([
      'too-large asyncapi.yaml:3:28 The reference "./s.json" leads to s.json, which has 11.0 MB, more than the 10 MB that Concordat reads.',
    ])
  })

  it('refuses a YAML bomb', async () => {
    const levels = Array.from({ length: 9 }, (_, n) => `x-${n + 1}: &a${n + 1} [${`*a${n}, `.repeat(9)}]`)
    expect(await reportOf({ 'asyncapi.yaml': `${VALID}x-0: &a0 [lol]\n${levels.join('\n')}\n` })).toEqual([
      'alias-bomb asyncapi.yaml:1:1 asyncapi.yaml repeats its values by aliases of aliases until they fill the memory.',
    ])
  })

  it('refuses a long value that is repeated too often', async () => {
    const text = `${VALID}x-0: &a ${'a'.repeat(100_000)}\nx-1: [${'*a, '.repeat(900)}]\n`
    expect((await problemsOf({ 'asyncapi.yaml': text })).map(({ code }) => code)).toEqual(['alias-bomb'])
  })

  it('allows one value to be used several hundred times', async () => {
    const text = `${VALID}x-0: &a {b: 1}\nx-1: [${'*a, '.repeat(500)}]\n`
    expect(await reportOf({ 'asyncapi.yaml': text })).toEqual([])
  })

  it('refuses an alias inside its own anchor', async () => {
    expect(await reportOf({ 'asyncapi.yaml': `${VALID}x-0: &a [*a]\n` })).toEqual([
      'too-deep asyncapi.yaml:1:1 asyncapi.yaml nests deeper than 1000 levels.',
    ])
  })

  it.each([
    ['JSON', 's.json', `${'['.repeat(200_000)}${']'.repeat(200_000)}`],
    ['JSON objects', 's.json', `${'{"a":'.repeat(2000)}1${'}'.repeat(2000)}`],
    ['YAML', 's.yaml', `${'['.repeat(20_000)}${']'.repeat(20_000)}`],
    ['YAML that its parser still reads', 's.yaml', `${'['.repeat(1200)}${']'.repeat(1200)}`],
  ])('refuses %s that nests too deep', async (_, path, schema) => {
    const files = {
      'asyncapi.yaml': `${VALID}components: {schemas: {S: {$ref: ./${path}}}}\n`,
      [path]: schema,
    }
    const problems = await problemsOf(files)
    expect(problems.map(({ code, message }) => [code, message])).toEqual([
      ['too-deep', `${path} nests deeper than 1000 levels.`],
    ])
  })

  it('reads a map of a hundred thousand keys', async () => {
    const keys = Array.from({ length: 100_000 }, (_, n) => `  k${n}: 1`)
    expect(await reportOf({ 'asyncapi.yaml': `${VALID}x-large:\n${keys.join('\n')}\n` })).toEqual([])
  }, 60_000)
})

describe('references', () => {
  it('names each reference that leads nowhere', async () => {
    const yaml = `${VALID}components:\n  schemas:\n    A:\n      $ref: ./none.json\n    B:\n      $ref: '#/components/schemas/C'\n`
    expect(await reportOf({ 'asyncapi.yaml': yaml })).toEqual([
      'dangling-reference asyncapi.yaml:6:7 The reference "./none.json" leads nowhere: the file none.json does not exist.',
      'dangling-reference asyncapi.yaml:8:7 The reference "#/components/schemas/C" leads nowhere: asyncapi.yaml#/components/schemas has no "C".',
    ])
  })

  it.each([
    ['a URL', 'https://example.com/s.json#/a'],
    ['a URL without a scheme', '//example.com/s.json'],
    ['a file URL', 'file:///etc/passwd'],
    ['an unknown identifier', 'urn:example:s'],
  ])('refuses %s', async (_, ref) => {
    expect(await reportOf(withSchema(`{\n  "$ref": "${ref}"\n}`))).toEqual([
      `remote-reference s.json:2:3 The reference "${ref}" goes outside the repository, and Concordat never reads from the network.`,
    ])
  })

  it.each([
    ['a path above the root', '../s.json'],
    ['an encoded path above the root', '%2e%2e/s.json'],
    ['a path that comes back', '../contracts/../../s.json'],
    ['an absolute path', '/etc/passwd'],
    ['a drive', 'C:/s.json'],
    ['a path of Windows', '\\\\\\\\host\\\\s.json'],
  ])('refuses %s', async (_, ref) => {
    const problems = await problemsOf(withSchema(`{"$ref": "${ref}"}`))
    expect(problems.map(({ code, place }) => [code, place?.line, place?.column])).toEqual([
      ['reference-outside-root', 1, 2],
    ])
  })

  it('refuses a reference with a broken encoding', async () => {
    expect(await reportOf(withSchema('{"$ref": "./a%zz.json"}'))).toEqual([
      'dangling-reference s.json:1:2 The reference "./a%zz.json" is not a valid URI reference.',
    ])
  })

  it('refuses a reference that resolves to itself', async () => {
    expect(await reportOf(withSchema('{"$ref": "#"}'))).toEqual([
      'circular-reference s.json:1:2 The reference "#" resolves to itself: "#" -> "#".',
    ])
  })

  it('reports a cycle once, where it closes', async () => {
    const schema =
      '{"definitions": {\n "a": {"$ref": "#/definitions/b"},\n "b": {"$ref": "#/definitions/a"},\n "c": {"$ref": "#/definitions/a"}}}'
    expect(await reportOf(withSchema(schema))).toEqual([
      'circular-reference s.json:2:8 The reference "#/definitions/b" resolves to itself: "#/definitions/b" -> "#/definitions/a" -> "#/definitions/b".',
    ])
  })

  it('allows a schema that contains itself', async () => {
    expect(await reportOf(withSchema('{"properties": {"next": {"$ref": "#"}}}'))).toEqual([])
  })

  it('refuses a chain of references that is too long', async () => {
    const links = Array.from({ length: 20_000 }, (_, n) => [`s${n}`, { $ref: `#/definitions/s${n + 1}` }])
    const schema = JSON.stringify({ definitions: { ...Object.fromEntries(links), s20000: {} } })
    const codes = (await problemsOf(withSchema(schema))).map(({ code }) => code)
    expect([...new Set(codes)]).toEqual(['too-deep'])
  })

  it('checks schemas that no document refers to', async () => {
    const files = {
      'asyncapi.yaml': VALID,
      'schemas/a/b/1.0.0.json': '{"items": {"$ref": "../c/1.0.0.json"}}',
    }
    expect((await problemsOf(files)).map(({ place }) => place?.pointer)).toEqual(['/items/$ref'])
  })

  it.each(['examples', 'const', 'enum', 'default', 'x-note'])(
    'takes "$ref" inside %s for data',
    async (key) => {
      expect(await reportOf(withSchema(`{"${key}": [{"$ref": "none.json"}]}`))).toEqual([])
    },
  )

  it('checks the schema of a property that is called "default"', async () => {
    const codes = await problemsOf(withSchema('{"properties": {"default": {"$ref": "none.json"}}}'))
    expect(codes.map(({ code }) => code)).toEqual(['dangling-reference'])
  })

  it('reports only the broken file, not the references to it', async () => {
    expect((await problemsOf(withSchema('{'))).map(({ code }) => code)).toEqual(['syntax'])
  })
})

describe('documents', () => {
  it('finds nothing where there is nothing', async () => {
    expect(
      await reportOf({ 'README.md': '', 'package.json': '{"dependencies": {"asyncapi": "3.0.0"}}' }),
    ).toEqual(['not-found nowhere There is no AsyncAPI document in memory.'])
  })

  it('refuses a version that it does not know', async () => {
    expect(
      await reportOf({ 'asyncapi.yaml': 'asyncapi: 1.2.0\ninfo: {title: T, version: 1.0.0}\n' }),
    ).toEqual([
      'unsupported asyncapi.yaml:1:1 asyncapi.yaml is written in AsyncAPI "1.2.0"; Concordat reads 2.x and 3.x.',
    ])
  })

  it('refuses a version that is a number', async () => {
    expect(await reportOf({ 'asyncapi.yaml': 'asyncapi: 3.0\n' })).toEqual([
      'not-asyncapi asyncapi.yaml:1:1 asyncapi.yaml is not an AsyncAPI document: it has no "asyncapi" version at its top.',
    ])
  })

  it('refuses two documents that are one service', async () => {
    const service = `${VALID}channels: {a: {}}\noperations: {x: {action: send, channel: {$ref: '#/channels/a'}}}\n`
    const json = JSON.stringify({
      asyncapi: '3.0.0',
      info: { title: 'T', version: '1.0.0' },
      channels: { a: {} },
      operations: { x: { action: 'send', channel: { $ref: '#/channels/a' } } },
    })
    expect(await reportOf({ 'asyncapi/s/orders.yaml': service, 'asyncapi/s/orders.json': json })).toEqual([
      'name-collision asyncapi/s/orders.yaml:1:1 asyncapi/s/orders.yaml and asyncapi/s/orders.json are both the service "orders" of the system "s".',
    ])
  })

  it('refuses one version of a subject in two files', async () => {
    expect(await reportOf({ 'schemas/a/b/1.0.0.json': '{}', 'schemas/a/b/1.0.0.yaml': '{}' })).toEqual([
      'name-collision schemas/a/b/1.0.0.yaml:1:1 schemas/a/b/1.0.0.yaml and schemas/a/b/1.0.0.json are both version 1.0.0 of a/b.',
    ])
  })

  it('refuses an operation without a channel', async () => {
    expect(await reportOf({ 'asyncapi.yaml': `${VALID}operations:\n  x: {action: send}\n` })).toEqual([
      'not-asyncapi asyncapi.yaml:4:3 The operation "x" has no action or no channel.',
    ])
  })

  it('refuses an x-delivery that would not hold', async () => {
    const yaml = `${VALID}channels: {a: {}}
operations:
  x:
    action: receive
    channel: {$ref: '#/channels/a'}
    x-delivery:
      prefetch: 0
      retry: {attempts: three, delay: -1, backoff: 2}
      start: newest
`
    expect(await reportOf({ 'asyncapi.yaml': yaml })).toEqual([
      'bad-extension asyncapi.yaml:10:43 /operations/x/x-delivery/retry/backoff is not a member of x-delivery.',
      'bad-extension asyncapi.yaml:9:7 /operations/x/x-delivery/prefetch must be a whole number from 1, not 0.',
      'bad-extension asyncapi.yaml:10:15 /operations/x/x-delivery/retry/attempts must be a whole number from 1, not "three".',
      'bad-extension asyncapi.yaml:10:32 /operations/x/x-delivery/retry/delay must be a number of milliseconds from 0, not -1.',
      'bad-extension asyncapi.yaml:11:7 /operations/x/x-delivery/start must be one of earliest, latest, not "newest".',
    ])
  })

  it('refuses bindings and extensions of a wrong type', async () => {
    const yaml = `${VALID}channels:
  a:
    bindings:
      amqp:
        is: queue
        queue: {name: a, durable: 'yes', x-arguments: {x-max: [1]}}
        x-bindings: [{routingKey: '#'}]
      kafka: {partitions: 0}
    messages:
      m: {x-event-kind: gossip, x-key: id, payload: {x-concordat-envelope: {id: id}}}
`
    expect((await problemsOf({ 'asyncapi.yaml': yaml })).map(({ message }) => message)).toEqual([
      '/channels/a/messages/m/payload/x-concordat-envelope/id must be a JSON Pointer, not "id".',
      '/channels/a/messages/m/x-event-kind must be one of domain-event, integration-event, command, query, reply, notification, state-transfer, batch, not "gossip".',
      '/channels/a/messages/m/x-key must be a JSON Pointer into the data, not "id".',
      `/channels/a/bindings/amqp/x-bindings/0 must be an object that names its source "exchange", not {"routingKey":"#"}.`,
      '/channels/a/bindings/amqp/queue/durable must be true or false, not "yes".',
      '/channels/a/bindings/amqp/queue/x-arguments/x-max must be a string, a number, true or false, not [1].',
      '/channels/a/bindings/kafka/partitions must be a whole number from 1, not 0.',
    ])
  })
})
