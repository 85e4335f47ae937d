import { beforeAll, describe, expect, it } from 'vitest'
import { awkwardContract } from './testing/awkward-contract.ts'
import { brokenLinks, repeatedIds } from './testing/broken-links.ts'
import { printSite } from './testing/print-site.ts'

let site: ReadonlyMap<string, string>

beforeAll(async () => {
  site = await printSite(awkwardContract())
})

const file = (name: string): string => site.get(`systems/main/events/${name}`) ?? ''

/** What a reader sees of an event's data on its page. */
function shown(name: string): string {
  const [, section = ''] = file(`${name}.html`).split('id="data"')
  return (section.split('<section')[0] ?? '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
}

const SHAPES: readonly {
  readonly shape: string
  readonly event: string
  readonly page: readonly string[]
  readonly markdown: readonly string[]
}[] = [
  {
    shape: 'oneOf, anyOf and allOf in items',
    event: 'choices-in-items',
    page: [
      'array of object each item: 1 property, 2 alternatives, 2 alternatives id string required',
      'exactly one of these, told apart by type : type "card" object',
      'one or more of these: alternative 1 object must have a alternative 2 object must have b',
    ],
    markdown: [
      '  - `id`: string, required.',
      '    - `type` `"cash"`: object.',
      '    - alternative 2: object. must have `b`.',
    ],
  },
  {
    shape: 'siblings of $ref in draft-07',
    event: 'siblings-of-old-reference',
    page: ['total Money What is due. without effect beside a reference: required', 'currency string </end>'],
    markdown: [
      '- `total`: `Money`. What is due. without effect beside a reference: `required`.',
      '  - `currency`: string.',
    ],
  },
  {
    shape: 'siblings of $ref in 2020-12',
    event: 'siblings-of-new-reference',
    page: ['total Money What is due.', 'currency string required'],
    markdown: ['- `total`: `Money`. What is due.', '  - `currency`: string, required.'],
  },
  {
    shape: 'a type inside of itself',
    event: 'recursive',
    page: ['parent Category (described above) children array of Category (described above)'],
    markdown: ['- `parent`: `Category`. Described above.', '  - each item: `Category`. Described above.'],
  },
  {
    shape: 'a type inside of itself by $dynamicRef',
    event: 'recursive-by-anchor',
    page: ['children array of RecursiveByAnchor (described above)'],
    markdown: ['- `children`: array of `RecursiveByAnchor`.'],
  },
  {
    shape: '["string", "null"]',
    event: 'nullable',
    page: ['note string or null'],
    markdown: ['- `note`: string or null.'],
  },
  {
    shape: 'a union that is told apart by a const',
    event: 'tagged-union',
    page: [
      'exactly one of these, told apart by type : type "card" object',
      'type string always "card" number string type "cash" object',
    ],
    markdown: ['  - `type` `"card"`: object.', '    - `till`: integer.'],
  },
  {
    shape: 'patternProperties',
    event: 'name-patterns',
    page: ['any name like ^x- integer'],
    markdown: ['- any name like `^x-`: integer.'],
  },
  {
    shape: 'twelve levels',
    event: 'twelve-levels',
    page: ['level0 object 1 property of level0 level1', 'level11 integer The ground.'],
    markdown: ['- `level0`: object.', `${'  '.repeat(11)}- \`level11\`: integer. The ground.`],
  },
  {
    shape: 'an enum of 300',
    event: 'enum-of300',
    page: ['"value-11" 288 more values "value-12"', '"value-299"'],
    markdown: [],
  },
  {
    shape: 'names that every object has',
    event: 'names-of-objects',
    page: ['must have hasOwnProperty constructor string __proto__ integer required toString boolean "" null'],
    markdown: [
      '- `constructor`: string.',
      '- `__proto__`: integer, required.',
      '- `toString`: boolean.',
      '- `""`: null.',
    ],
  },
  {
    shape: 'true and false',
    event: 'booleans',
    page: ['object no other properties any anything none must be absent'],
    markdown: ['- `any`: anything.', '- `none`: must be absent.'],
  },
  {
    shape: 'items: false',
    event: 'closed-arrays',
    page: ['empty array no items pair array no further items'],
    markdown: ['- `empty`: array. no items.', '- `pair`: array. no further items.', '  - item 2: integer.'],
  },
  {
    shape: 'an enum without values',
    event: 'empty-enum',
    page: ['impossible anything No value fits every list.'],
    markdown: ['- `impossible`: anything. No value fits every list.'],
  },
  {
    shape: 'if, then and else in items',
    event: 'condition-in-items',
    page: ['where kind is "card" 1 property', 'number string required otherwise 1 property', 'till integer'],
    markdown: [
      '    - where `kind` is `"card"`: object.',
      '      - `number`: string, required.',
      '    - otherwise: object.',
    ],
  },
  {
    shape: 'dependentSchemas',
    event: 'dependent-schema',
    page: ['where card is present 1 property', 'address string required'],
    markdown: ['  - where `card` is present: object.', '    - `address`: string, required.'],
  },
  {
    shape: 'names and texts of any script',
    event: 'strange-names',
    page: [`<b>&"' string 1 < 2 & 3 🎉 party string שלום עולם string טקסט`, String.raw`ab\u202Edc string`],
    markdown: [
      `- \`<b>&"'\`: string. 1 &lt; 2 & 3.`,
      '- `🎉 party`: string.',
      '- `שלום עולם`: string. טקסט.',
    ],
  },
]

describe.each(SHAPES)('$shape', ({ event, page, markdown }) => {
  it('is told on the page of its event', () => {
    const text = shown(event)
    for (const part of page) expect(`${text}</end>`).toContain(part)
  })

  it('is told in Markdown', () => {
    const lines = file(`${event}.md`).split('\n')
    expect(lines).toEqual(expect.arrayContaining([...markdown]))
  })
})

it('has every value of an enum of 300 on the page, in Markdown and in the JSON Schema', () => {
  for (const ending of ['html', 'md', 'schema.json'])
    expect(new Set(file(`enum-of300.${ending}`).match(/value-\d+/g)).size).toBe(300)
})

it('keeps __proto__ in the JSON Schema for programs', () => {
  expect(file('names-of-objects.schema.json')).toContain('"__proto__":{"type":"integer"}')
})

it('lists every event for programs, and each leads to a file', () => {
  const targets = [...(site.get('llms.txt') ?? '').matchAll(/\]\(([^)]+)\)/g)].map(
    ([, target]) => target ?? '',
  )
  expect(targets.length).toBeGreaterThan(SHAPES.length)
  expect(targets.filter((target) => !site.has(target))).toEqual([])
})

it('names all sixty channels of an event', () => {
  const channels = file('everywhere.html').match(/channels\/topic-\d+\.html/g)
  expect(new Set(channels).size).toBe(60)
})

it('has no broken link and no id twice', () => {
  const pages = [...site].filter(([path]) => path.endsWith('.html'))
  expect(pages.flatMap(([path, page]) => brokenLinks(path, page, site))).toEqual([])
  expect(pages.flatMap(([path, page]) => repeatedIds(page).map((id) => `${path}#${id}`))).toEqual([])
})
