const CARD = { properties: { type: { const: 'card' }, number: { type: 'string' } } }
const CASH = { properties: { type: { const: 'cash' }, till: { type: 'integer' } } }
const MONEY = { type: 'object', properties: { amount: { type: 'integer' }, currency: { type: 'string' } } }
const TOTAL = { description: 'What is due.', required: ['currency'] }

/** Schemas that portals stumble over, by the name of the event that has them. */
const SCHEMAS: Readonly<Record<string, object>> = {
  ChoicesInItems: {
    type: 'array',
    items: {
      allOf: [{ type: 'object', required: ['id'], properties: { id: { type: 'string' } } }],
      oneOf: [CARD, CASH],
      anyOf: [{ required: ['a'] }, { required: ['b'] }],
    },
  },
  SiblingsOfOldReference: {
    $schema: 'http://json-schema.org/draft-07/schema#',
    properties: { total: { $ref: '#/definitions/Money', ...TOTAL } },
    definitions: { Money: MONEY },
  },
  SiblingsOfNewReference: {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    properties: { total: { $ref: '#/$defs/Money', ...TOTAL } },
    $defs: { Money: MONEY },
  },
  Recursive: {
    title: 'Category',
    type: 'object',
    properties: { parent: { $ref: '#' }, children: { type: 'array', items: { $ref: '#' } } },
  },
  RecursiveByAnchor: {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'https://example.com/tree',
    $dynamicAnchor: 'node',
    type: 'object',
    properties: { children: { type: 'array', items: { $dynamicRef: '#node' } } },
  },
  Nullable: { type: 'object', properties: { note: { type: ['string', 'null'] } } },
  TaggedUnion: { oneOf: [CARD, CASH] },
  NamePatterns: { type: 'object', patternProperties: { '^x-': { type: 'integer' } } },
  TwelveLevels: Array.from({ length: 12 }, (_, index) => `level${index}`).reduceRight<object>(
    (inner, name) => ({ type: 'object', properties: { [name]: inner } }),
    { type: 'integer', description: 'The ground.' },
  ),
  EnumOf300: {
    type: 'object',
    properties: { code: { enum: Array.from({ length: 300 }, (_, index) => `value-${index}`) } },
  },
  NamesOfObjects: {
    type: 'object',
    properties: {
      constructor: { type: 'string' },
      ['__proto__']: { type: 'integer' },
      toString: { type: 'boolean' },
      '': { type: 'null' },
    },
    required: ['__proto__', 'hasOwnProperty'],
  },
  Booleans: { type: 'object', properties: { any: true, none: false }, additionalProperties: false },
  ClosedArrays: {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    properties: {
      empty: { type: 'array', items: false },
      pair: { type: 'array', prefixItems: [{ type: 'string' }, { type: 'integer' }], items: false },
    },
  },
  EmptyEnum: { type: 'object', properties: { impossible: { enum: [] } } },
  ConditionInItems: {
    type: 'array',
    items: {
      type: 'object',
      properties: { kind: { type: 'string' } },
      if: { required: ['kind'], properties: { kind: { const: 'card' } } },
      // oxlint-disable-next-line unicorn/no-thenable -- it is the keyword
      then: { required: ['number'], properties: { number: { type: 'string' } } },
      else: { properties: { till: { type: 'integer' } } },
    },
  },
  DependentSchema: {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    dependentSchemas: { card: { required: ['address'], properties: { address: { type: 'string' } } } },
  },
  HugeText: {
    type: 'object',
    description: 'word '.repeat(20_000),
    properties: { note: { description: '**strong** '.repeat(5_000) } },
  },
  StrangeNames: {
    type: 'object',
    required: ['turns\u202E', 'follows', 'last'],
    properties: {
      [`<b>&"'`]: { type: 'string', description: '1 < 2 & 3' },
      '🎉 party': { type: 'string' },
      'שלום עולם': { type: 'string', description: 'טקסט' },
      'ab\u202Edc': { type: 'string' },
      ['n'.repeat(200)]: { type: 'string', default: 'd'.repeat(200) },
    },
  },
}

/**
 * A stranger's contract with an event for each of those schemas, all on one channel, and one event on sixty channels.
 *
 * @param without events that are left out
 */
export function awkwardContract(without: readonly string[] = []): Readonly<Record<string, unknown>> {
  const events = Object.entries(SCHEMAS).filter(([name]) => !without.includes(name))
  const channels = Array.from({ length: 60 }, (_, index) => `topic-${index}`)
  const everywhere = { messages: { Everywhere: { name: 'Everywhere', payload: { type: 'object' } } } }
  const document = {
    asyncapi: '3.0.0',
    info: { title: 'Awkward', version: '1.0.0' },
    channels: {
      awkward: {
        messages: Object.fromEntries(
          events.map(([name]) => [name, { name, payload: { $ref: `./schemas/${name}.json` } }]),
        ),
      },
      ...Object.fromEntries(channels.map((name) => [name, everywhere])),
    },
    operations: Object.fromEntries(
      ['awkward', ...channels].map((name) => [
        name,
        { action: 'send', channel: { $ref: `#/channels/${name}` } },
      ]),
    ),
  }
  const schemas = events.map(([name, schema]) => [`schemas/${name}.json`, schema] as const)
  return { 'asyncapi.json': document, ...Object.fromEntries(schemas) }
}
