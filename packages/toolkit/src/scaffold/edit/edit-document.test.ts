import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { ContractError } from '../../model/contract-error.ts'
import { parseFile } from '../../model/parse-file.ts'
import type { ContractFile } from '../../model/catalog.ts'
import type { DocumentEdit } from './document-edit.ts'
import { editDocument, editStrings } from './edit-document.ts'

async function file(text: string, path = 'channels.yaml'): Promise<ContractFile> {
  const parsed = await parseFile(path, Buffer.from(text), undefined)
  if ('problems' in parsed) throw new ContractError(parsed.problems as [(typeof parsed.problems)[0]])
  return parsed.file
}

async function edited(text: string, edits: readonly DocumentEdit[], path?: string): Promise<string> {
  return editDocument(await file(text, path), edits)
}

function member(path: string, key: string, value: DocumentEdit['value'], ...after: string[]): DocumentEdit {
  return { kind: 'member', path: path === '' ? [] : path.split('/'), key, value, after }
}

function item(path: string, value: DocumentEdit['value']): DocumentEdit {
  return { kind: 'item', path: path.split('/'), value }
}

const commented = `# Head.
channels:
  # The first.
  a: { x: 1 } # beside
    # Belongs to a.
  # Belongs to b.

  b:
    text: >-
      folded
      text

  # The end.
components: {} # later
list: [1, 2]
nothing:
`

describe('editDocument', () => {
  it('adds a member behind the last one and touches nothing else', async () => {
    const text = await edited(commented, [member('channels', 'c', { $ref: '#/x', y: { z: [1] } })])
    const added = "\n  c:\n    $ref: '#/x'\n    y:\n      z: [1]\n"
    expect(text).toBe(commented.replace('      text\n', `      text\n${added}`))
  })

  it('adds a member behind a named one and the comments that belong to it', async () => {
    const text = await edited(commented, [member('channels', 'c', 1, 'missing', 'a')])
    expect(text).toBe(commented.replace('to a.\n', 'to a.\n\n  c: 1\n'))
  })

  it.each([
    ['a: 1\nb: 2\n', 'a: 1\nb: 2\nc: 3\n'],
    ['a: 1\nb: 2', 'a: 1\nb: 2\nc: 3'],
    ['a: 1\r\nb: 2\r\n', 'a: 1\r\nb: 2\r\nc: 3\r\n'],
    ['a: 1\n\nb: 2\n', 'a: 1\n\nb: 2\n\nc: 3\n'],
    ['a: 1\nb: |\n  x\n', 'a: 1\nb: |\n  x\nc: 3\n'],
    ['a: 1\nb:\n# end\n', 'a: 1\nb:\nc: 3\n# end\n'],
    ['{ a: 1, b: 2 }\n', '{ a: 1, b: 2, c: 3 }\n'],
    ['{ a: 1, b: 2, }\n', '{ a: 1, b: 2, c: 3 }\n'],
    ['{\n  a: 1,\n  b: { x: 2 }\n}\n', '{\n  a: 1,\n  b: { x: 2 },\n  c: 3\n}\n'],
  ])('adds a member to %j', async (before, after) => {
    expect(await edited(before, [member('', 'c', 3)])).toBe(after)
  })

  it.each([
    ['a: {}\nb: 2\n', 'a:\n  x: 1\n  y: 2\nb: 2\n'],
    ['a: {} # none\nb: 2\n', 'a: # none\n  x: 1\n  y: 2\nb: 2\n'],
    ['a:\nb: 2\n', 'a:\n  x: 1\n  y: 2\nb: 2\n'],
    ['b: 2\na: ~', 'b: 2\na:\n  x: 1\n  y: 2'],
    ['b: 2\n', 'b: 2\na:\n  x: 1\n  y: 2\n'],
    ['o:\n    p: 1\na: {}\n', 'o:\n    p: 1\na:\n    x: 1\n    y: 2\n'],
    ['{ b: 2, a: {} }', '{ b: 2, a: { x: 1, y: 2 } }'],
    ['{ b: 2 }', '{ b: 2, a: { x: 1, y: 2 } }'],
  ])('fills what is empty or missing in %j', async (before, after) => {
    expect(await edited(before, [member('a', 'x', 1), member('a', 'y', 2)])).toBe(after)
  })

  it.each([
    ['a:\n  - 1\n  - 2\nb: 2\n', 'a:\n  - 1\n  - 2\n  - x: 3\n    y: 4\nb: 2\n'],
    ['a:\n- 1\nb: 2\n', 'a:\n- 1\n- x: 3\n  y: 4\nb: 2\n'],
    ['a: [1]\nb: 2\n', 'a: [1, { x: 3, y: 4 }]\nb: 2\n'],
    ['a: []\nb: 2\n', 'a:\n  - x: 3\n    y: 4\nb: 2\n'],
    ['b: 2\n', 'b: 2\na:\n  - x: 3\n    y: 4\n'],
  ])('adds an item to %j', async (before, after) => {
    expect(await edited(before, [item('a', { x: 3, y: 4 })])).toBe(after)
  })

  it.each([
    [
      '{\n  "a": {\n    "x": 1\n  }\n}\n',
      '{\n  "a": {\n    "x": 1,\n    "b": {\n      "y": []\n    }\n  }\n}\n',
    ],
    ['{\n\t"a": {}\n}\n', '{\n\t"a": {\n\t\t"b": {\n\t\t\t"y": []\n\t\t}\n\t}\n}\n'],
    ['{"a":{"x":1}}', '{"a":{"x":1, "b": { "y": [] }}}'],
  ])('keeps the form of the JSON document %j', async (before, after) => {
    expect(await edited(before, [member('a', 'b', { y: [] })], 'channels.json')).toBe(after)
  })

  it('writes references on one line where the document does', async () => {
    const before = "a:\n  x: { $ref: '#/a' }\n"
    const binding = { exchange: 'orders', routingKey: 'order.*' }
    const text = await edited(before, [member('a', 'y', { z: { $ref: '#/b' }, 'x-bindings': [binding] })])
    expect(text).toBe(
      `${before}  y:\n    z: { $ref: '#/b' }\n    x-bindings:\n      - { exchange: orders, routingKey: order.* }\n`,
    )
  })

  it.each([
    'yes',
    '2024-01-15T10:30:00Z',
    '1.0',
    '0.9.1',
    '#',
    "it's: a # b",
    'null',
    '',
    'a\nb',
    '- x',
    ' a',
    '~',
  ])('writes the text %j so that it stays a text', async (value) => {
    expect(parse(await edited('a: 1\n', [member('', 'b', value), member('', 'c', [value])]))).toEqual({
      a: 1,
      b: value,
      c: [value],
    })
  })

  it('joins what several edits bring under a missing parent', async () => {
    const edits = [
      member('c/m', 'x', 1),
      member('c/m', 'y', 2),
      member('c/n', 'z', 3),
      item('c/l', 4),
      item('c/l', 5),
    ]
    expect(parse(await edited('a: 1\n', edits))).toEqual({
      a: 1,
      c: { m: { x: 1, y: 2 }, n: { z: 3 }, l: [4, 5] },
    })
  })

  it('adds to the last member before it adds a member behind that', async () => {
    const edits = [member('b', 'x', 1), member('a', 'y', 2)]
    expect(await edited('a:\n  x: 1\n', edits)).toBe('a:\n  x: 1\n  y: 2\nb:\n  x: 1\n')
  })

  it('refuses a member that is there already', async () => {
    await expect(edited('a:\n  x: 1\n', [member('a', 'x', 2)])).rejects.toThrow(
      'channels.yaml has "/a/x" already.',
    )
  })

  it('refuses to write into an alias', async () => {
    const error = await edited('a: &a\n  x: 1\nb: *a\n', [member('b', 'y', 1)]).catch(
      (error: unknown) => error,
    )
    expect(error).toBeInstanceOf(ContractError)
    expect((error as ContractError).problems).toEqual([
      {
        code: 'unsupported',
        message: '"/b" of channels.yaml is written in a way that cannot be added to without rewriting it.',
        fix: 'Write it as a plain map or list, without aliases, and try again.',
        place: { file: 'channels.yaml', line: 1, column: 1, pointer: '/b' },
      },
    ])
  })

  it('refuses what would change the meaning of something else', async () => {
    await expect(edited('a: 1\nb: |+\n  x\n\n', [member('', 'c', 1)])).rejects.toThrow(ContractError)
  })
})

describe('editStrings', () => {
  it('replaces a part of strings and keeps their quotes', async () => {
    const text = "a: './1.0.0/1.0.0.json#/x' # 1.0.0.json\nb: [{ $ref: ./1.0.0.json }]\n"
    const edits = [['a'], ['b', '0', '$ref']].map((keys) => ({ keys, from: '1.0.0.json', to: '1.1.0.json' }))
    expect(editStrings(await file(text), edits)).toBe(
      "a: './1.0.0/1.1.0.json#/x' # 1.0.0.json\nb: [{ $ref: ./1.1.0.json }]\n",
    )
  })
})
