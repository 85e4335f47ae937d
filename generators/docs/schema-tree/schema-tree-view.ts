import type { Node } from '@concordat/toolkit/model'
import { type ComponentChild, h, type JSX } from 'preact'
import { fieldId } from './field-id.ts'
import type { SchemaFact, SchemaGroup, SchemaPart, SchemaReference, SchemaTree } from './schema-tree.ts'
import { onlyItem, typeLine } from './type-line.ts'
import { valuesView } from './values-view.ts'
import { plainText } from './words.ts'
import { wordsView } from './words-view.ts'

/** What a tree needs to know of the page that it stands on. */
export interface TreeContext {
  /** Prefix of the ids, see `fieldId`; tells several trees of a page apart. */
  readonly id: string
  /** Link to the page of a shared schema; undefined where it has none. */
  readonly href: (target: Node) => string | undefined
  /** A description as it is meant to look. */
  readonly prose: (description: string) => ComponentChild
}

/** Groups down to here are open when the page opens. */
const OPEN_LEVELS = 2

/**
 * A schema to read: nested lists of what stands in it, which fold without a script. Its style is `schemaTreeStyle`.
 *
 * ```ts
 * schemaTreeView(readSchemaTree(catalog, message.data), {
 *   id: 'data',
 *   href: (target) => hrefOfSchema(target),
 *   prose: markdown,
 * })
 * ```
 */
export function schemaTreeView(tree: SchemaTree, context: TreeContext): JSX.Element {
  return h(
    'div',
    { class: 'tree' },
    h('p', { class: 'tree-line' }, typeView(tree, context), marksView(tree)),
    aboutView(tree, context),
    rootParts(tree, context),
    cutView(tree),
  )
}

function rootParts(tree: SchemaTree, context: TreeContext): ComponentChild {
  const element = onlyItem(tree)
  if (element !== undefined) return elementView(element, context, -1)
  return tree.groups.map((group) => [headingView(group), partsView(group, context, 0)])
}

function partsView({ parts }: SchemaGroup, context: TreeContext, level: number): JSX.Element {
  return h(
    'ul',
    { class: 'tree-parts' },
    parts.map((part) => partView(part, context, level)),
  )
}

function partView(part: SchemaPart, context: TreeContext, level: number): JSX.Element {
  const { kind, label, isRequired, path, schema } = part
  return h(
    'li',
    { id: fieldId(context.id, path) },
    h(
      'p',
      { class: 'tree-line' },
      h('span', { class: 'tree-name' }, wordsView(label)),
      ' ',
      kind !== 'consequence' && typeView(schema, context),
      isRequired && h('strong', null, 'required'),
      marksView(schema),
    ),
    aboutView(schema, context),
    foldedView(part, context, level),
    cutView(schema),
  )
}

/** What stands below a part, behind a line that says how much it is. */
function foldedView(part: SchemaPart, context: TreeContext, level: number): ComponentChild {
  const { groups } = part.schema
  const element = onlyItem(part.schema)
  if (element !== undefined) return elementView(element, context, level)
  if (groups.length === 0) return undefined
  return h(
    'details',
    { open: level + 1 < OPEN_LEVELS },
    h('summary', null, summaryText(groups), h('span', { class: 'tree-of' }, ` of ${plainText(part.label)}`)),
    groups.map((group) => [headingView(group), partsView(group, context, level + 1)]),
  )
}

/** Items that are all alike stand where their array does, which saves readers a level. */
function elementView(
  { path, label, schema }: SchemaPart,
  context: TreeContext,
  level: number,
): ComponentChild {
  const { groups, description, values, facts, isCut } = schema
  const isBare = description === undefined && values === undefined && facts.length === 0 && !isCut
  if (groups.length === 0 && isBare) return undefined
  const id = fieldId(context.id, path)
  const about = [aboutView(schema, context), cutView(schema)]
  if (groups.length === 0)
    return h(
      'div',
      { id, class: 'tree-element' },
      h('p', { class: 'tree-heading' }, wordsView(label), ':'),
      about,
    )
  return h(
    'details',
    { id, open: level + 1 < OPEN_LEVELS },
    h('summary', null, wordsView(label), `: ${summaryText(groups)}`),
    about,
    groups.map((group) => [headingView(group), partsView(group, context, level + 1)]),
  )
}

const NOUNS = {
  properties: ['property', 'properties'],
  items: ['item', 'items'],
  oneOf: ['alternative', 'alternatives'],
  anyOf: ['alternative', 'alternatives'],
  condition: ['conditional part', 'conditional parts'],
} as const

function summaryText(groups: readonly SchemaGroup[]): string {
  return groups
    .map(({ kind, parts }) => `${parts.length} ${NOUNS[kind][parts.length === 1 ? 0 : 1]}`)
    .join(', ')
}

function headingView({ heading }: SchemaGroup): ComponentChild {
  return heading.length > 0 && h('p', { class: 'tree-heading' }, wordsView(heading), ':')
}

function typeView(tree: SchemaTree, context: TreeContext): JSX.Element {
  return h(
    'span',
    { class: 'tree-type' },
    typeLine(tree).map((part) => (typeof part === 'string' ? part : referenceView(part, context))),
  )
}

function referenceView(
  { name, target, isRecursive }: SchemaReference,
  { href }: TreeContext,
): ComponentChild {
  const to = href(target)
  const link = to === undefined ? h('code', null, name) : h('a', { href: to }, name)
  return isRecursive ? [link, ' (described above)'] : link
}

function marksView({ marks }: SchemaTree): ComponentChild {
  return marks.map((mark) => h('span', { class: mark === 'deprecated' ? 'badge warn' : 'badge' }, mark))
}

function aboutView({ description, values, facts }: SchemaTree, { prose }: TreeContext): ComponentChild {
  return [
    description !== undefined && prose(description),
    values !== undefined && valuesView(values),
    facts.length > 0 && h('ul', { class: 'tree-facts' }, facts.map(factView)),
  ]
}

function factView({ label, words }: SchemaFact): JSX.Element {
  return h('li', null, label !== undefined && h('span', null, label, ' '), wordsView(words))
}

function cutView({ isCut }: SchemaTree): ComponentChild {
  return (
    isCut && h('p', { class: 'tree-cut' }, 'More stands in the contract; this page shows the first levels.')
  )
}
