import { type ComponentChild, h, type JSX } from 'preact'
import { aboutView, cutView, marksView, typeView } from './about-view.ts'
import { fieldId } from './field-id.ts'
import type { SchemaGroup, SchemaPart } from './schema-tree.ts'
import type { TreeContext } from './tree-context.ts'
import { onlyItem } from './type-line.ts'
import { plainText } from './words.ts'
import { wordsView } from './words-view.ts'

/** Groups down to here are open when the page opens. */
const OPEN_LEVELS = 2

/** The parts of a value as lists; `level` counts how many lists stand around them. */
export function groupsView(
  groups: readonly SchemaGroup[],
  context: TreeContext,
  level: number,
): ComponentChild {
  return groups.map((group) => [headingView(group), partsView(group, context, level)])
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
      null,
      h('b', null, wordsView(label)),
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
    groupsView(groups, context, level + 1),
  )
}

/** Items that are all alike stand where their array does, which saves readers a level. */
export function elementView(
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
    groupsView(groups, context, level + 1),
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
