import { type Catalog, child, entries, items, type Node } from '@concordat/toolkit/model'
import { isSchema, referencedSchema } from '@concordat/toolkit/schema'
import { including, rangeOf, rangeText } from './range.ts'
import { typeName } from './type-name.ts'
import { code, listWords, valueCode, type Words } from './words.ts'

/** Deeper than this nobody follows a sentence. */
const DEEPEST = 4

/** What a schema asks for as part of a sentence: `kind is "card" and amount is at least 1`. */
export function phrase(catalog: Catalog, schema: Node): Words {
  return conjunction(clauses(catalog, schema, [], 0))
}

function conjunction(all: readonly Words[]): Words {
  return all.length === 0 ? ['anything stands there'] : listWords(all, 'and')
}

/** `path` names the value that the schema is about; empty for the whole. */
function clauses(catalog: Catalog, schema: Node, path: readonly string[], depth: number): readonly Words[] {
  const subject = subjectAt(path)
  if (schema.value === true) return [[...subject, ' is anything']]
  if (schema.value === false) return [[...subject, ' is absent']]
  if (depth > DEEPEST) return [[...subject, ' is as the contract says']]
  const target = referencedSchema(catalog, schema)
  const inner = (node: Node, tokens = path): readonly Words[] => clauses(catalog, node, tokens, depth + 1)
  return [
    ...(target === undefined ? [] : [[...subject, ' is valid as ', code(typeName(catalog, target))]]),
    ...valueClauses(schema, subject),
    ...rangeClauses(schema, subject),
    ...propertyClauses(schema, path, inner),
    ...under(schema, 'contains').map((node) => [
      ...subject,
      ' has an item of which: ',
      ...conjunction(inner(node, [])),
    ]),
    ...under(schema, 'items').map((node) => [
      'of each item of ',
      ...subject,
      ': ',
      ...conjunction(inner(node, [])),
    ]),
    ...under(schema, 'not').map((node) => ['not: ', ...conjunction(inner(node))]),
    ...items(child(schema, 'allOf')).flatMap((node) => inner(node)),
    ...(['anyOf', 'oneOf'] as const).flatMap((keyword) => {
      const options = items(child(schema, keyword)).map((node) => conjunction(inner(node)))
      return options.length === 0 ? [] : [listWords(options, 'or')]
    }),
  ]
}

function subjectAt(path: readonly string[]): Words {
  return path.length === 0 ? ['it'] : [code(path.join('.'))]
}

function valueClauses(schema: Node, subject: Words): readonly Words[] {
  const constant = child(schema, 'const')
  const values = items(child(schema, 'enum')).map(({ value }) => [valueCode(value)])
  const types = [child(schema, 'type')?.value ?? []].flat().filter((type) => typeof type === 'string')
  const pattern = child(schema, 'pattern')?.value
  const format = child(schema, 'format')?.value
  return [
    ...(constant === undefined ? [] : [[...subject, ' is ', valueCode(constant.value)]]),
    ...(values.length === 0 ? [] : [[...subject, ' is ', ...listWords(values, 'or')]]),
    ...(types.length === 0
      ? []
      : [
          [
            ...subject,
            ' is of type ',
            ...listWords(
              types.map((type) => [code(type)]),
              'or',
            ),
          ],
        ]),
    ...(typeof pattern === 'string' ? [[...subject, ' matches ', code(pattern)]] : []),
    ...(typeof format === 'string' ? [[...subject, ' is a ', code(format)]] : []),
  ]
}

/** What is counted: keywords of the bounds, the words before and the noun after the numbers. */
const COUNTED = [
  ['minimum', 'maximum', ' is ', undefined],
  ['minLength', 'maxLength', ' has ', 'characters'],
  ['minItems', 'maxItems', ' has ', 'items'],
  ['minProperties', 'maxProperties', ' has ', 'properties'],
] as const

function rangeClauses(schema: Node, subject: Words): readonly Words[] {
  return COUNTED.flatMap(([low, high, verb, noun]) => {
    const range = rangeOf(numbers(schema, low).map(including), numbers(schema, high).map(including))
    const text = rangeText(range, noun)
    return text === undefined ? [] : [[...subject, verb, text]]
  })
}

function numbers(schema: Node, keyword: string): readonly number[] {
  const value = child(schema, keyword)?.value
  return typeof value === 'number' ? [value] : []
}

/** A property that is not required may be absent too, and a condition about it holds then. */
function propertyClauses(
  schema: Node,
  path: readonly string[],
  inner: (node: Node, path: readonly string[]) => readonly Words[],
): readonly Words[] {
  const required = new Set(
    items(child(schema, 'required')).flatMap(({ value }) => (typeof value === 'string' ? [value] : [])),
  )
  const declared = entries(child(schema, 'properties')).filter(([, node]) => isSchema(node))
  const said = declared.flatMap(([name, node]): readonly Words[] => {
    const all = inner(node, [...path, name])
    const isBare = all.length === 0 || node.value === true
    if (required.has(name)) return isBare ? [[code([...path, name].join('.')), ' is present']] : all
    return isBare ? [] : [node.value === false ? conjunction(all) : [...conjunction(all), ' or absent']]
  })
  const names = new Set(declared.map(([name]) => name))
  const undeclared = [...required].filter((name) => !names.has(name))
  return [...said, ...undeclared.map((name) => [code([...path, name].join('.')), ' is present'])]
}

function under(schema: Node, keyword: string): readonly Node[] {
  const node = child(schema, keyword)
  return isSchema(node) ? [node] : []
}
