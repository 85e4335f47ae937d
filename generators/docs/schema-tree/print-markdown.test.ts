import { expect, it } from 'vitest'
import { printSchemaMarkdown } from './print-markdown.ts'
import { treeOf } from './testing/tree-of.ts'

it('prints a schema as nested lists', async () => {
  const tree = await treeOf({
    description: 'An order was placed.\nIt is new.',
    type: 'object',
    required: ['id'],
    properties: {
      id: { type: 'string', description: 'The order.', maxLength: 64 },
      lines: { type: 'array', items: { $ref: '#/definitions/Line' } },
      status: { type: ['string', 'null'], enum: ['new', 'old', null], deprecated: true },
      parent: { $ref: '#' },
      payment: {
        oneOf: [
          { properties: { type: { const: 'card' } } },
          { properties: { type: { const: 'cash' }, till: true } },
        ],
      },
    },
    if: { required: ['parent'] },
    else: { required: ['lines'] },
    definitions: { Line: { type: 'object', properties: { sku: { type: 'string' } } } },
  })
  expect(printSchemaMarkdown(tree)).toBe(
    [
      'object. An order was placed. It is new.',
      '- `id`: string, required. The order. length at most 64.',
      '- `lines`: array of `Line`.',
      '  - each item: `Line`.',
      '    - `sku`: string.',
      '- `status`: string or null, deprecated. One of `"new"`, `"old"`, `null`.',
      '- `parent`: `test/subject 1.0.0`. Described above.',
      '- `payment`: one of 2 alternatives.',
      '  - exactly one of these, told apart by `type`:',
      '    - `type` `"card"`: object.',
      '      - `type`: string. Always `"card"`.',
      '    - `type` `"cash"`: object.',
      '      - `type`: string. Always `"cash"`.',
      '      - `till`: anything.',
      '- under a condition:',
      '  - unless `parent` is present: object. must have `lines`.',
      '',
    ].join('\n'),
  )
})

it('keeps names and text of a contract from becoming markup', async () => {
  const tree = await treeOf({
    description: 'A <script>alert(1)</script>\n# title',
    properties: {
      '``a`\n- b': { title: 'x', anyOf: [{ title: '[x](javascript:y) *b* <i>' }, {}] },
      '': true,
    },
  })
  const text = printSchemaMarkdown(tree)
  expect(text).toContain('&lt;script>alert(1)&lt;/script> # title')
  expect(text).toContain('\n- ``` ``a`\\u000A- b ```: one of 2 alternatives.')
  expect(text).toContain(String.raw`\[x\](javascript:y) \*b\* \<i\>`)
  expect(text).toContain('\n- `""`: anything.')
})
