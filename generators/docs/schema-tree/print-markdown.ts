import { markdownCode, markdownText, markdownWords } from './markdown-text.ts'
import type { ListedValues, SchemaFact, SchemaGroup, SchemaPart, SchemaTree } from './schema-tree.ts'
import { typeLine } from './type-line.ts'
import { valueCode } from './words.ts'

/**
 * A schema as nested Markdown lists, for programs and for people without a browser. Ends with a line break.
 *
 * ```ts
 * printSchemaMarkdown(readSchemaTree(catalog, version.schema))
 * // - `order_id`: string, required. The new order. length 1 to 64.
 * ```
 */
export function printSchemaMarkdown(tree: SchemaTree): string {
  return `${[aboutText(tree), ...groupLines(tree.groups, '')].join('\n')}\n`
}

function groupLines(groups: readonly SchemaGroup[], indent: string): readonly string[] {
  return groups.flatMap(({ heading, parts }) => {
    if (heading.length === 0) return parts.flatMap((part) => partLines(part, indent))
    return [
      `${indent}- ${markdownWords(heading)}:`,
      ...parts.flatMap((part) => partLines(part, `${indent}  `)),
    ]
  })
}

function partLines({ label, isRequired, schema }: SchemaPart, indent: string): readonly string[] {
  return [
    `${indent}- ${markdownWords(label)}: ${aboutText(schema, isRequired)}`,
    ...groupLines(schema.groups, `${indent}  `),
  ]
}

/** All that stands on the line of a value. */
function aboutText(tree: SchemaTree, isRequired = false): string {
  const type = typeLine(tree).map((part) => (typeof part === 'string' ? part : markdownCode(part.name)))
  const traits = [type.join(''), ...(isRequired ? ['required'] : []), ...tree.marks]
  const isRepeated = tree.references.some((reference) => reference.isRecursive)
  return [
    traits.join(', '),
    ...(isRepeated ? ['Described above'] : []),
    ...(tree.description === undefined ? [] : [markdownText(tree.description).replace(/\.$/, '')]),
    ...(tree.values === undefined ? [] : [valuesText(tree.values)]),
    ...tree.facts.map(factText),
    ...(tree.isCut ? ['More stands in the contract'] : []),
  ]
    .map((sentence) => `${sentence}.`)
    .join(' ')
}

function valuesText({ values, isOpen }: ListedValues): string {
  if (values.length === 0) return 'No value fits every list'
  const list = values.map((value) => markdownCode(valueCode(value).code)).join(', ')
  if (isOpen) return `One of these, and others later: ${list}`
  return values.length === 1 ? `Always ${list}` : `One of ${list}`
}

function factText({ label, words }: SchemaFact): string {
  return label === undefined ? markdownWords(words) : `${label} ${markdownWords(words)}`
}
