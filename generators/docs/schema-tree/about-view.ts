import { type ComponentChild, h, type JSX } from 'preact'
import type { SchemaFact, SchemaReference, SchemaTree } from './schema-tree.ts'
import type { TreeContext } from './tree-context.ts'
import { typeLine } from './type-line.ts'
import { valuesView } from './values-view.ts'
import { wordsView } from './words-view.ts'

/** The type of a value, with links to the schemas that it names. */
export function typeView(tree: SchemaTree, context: TreeContext): JSX.Element {
  return h(
    'i',
    null,
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

export function marksView({ marks }: SchemaTree): ComponentChild {
  return marks.map((mark) => h('span', { class: mark === 'deprecated' ? 'badge warn' : 'badge' }, mark))
}

/** What stands below the first line of a value: description, values, rules. */
export function aboutView(
  { description, values, facts }: SchemaTree,
  { prose }: TreeContext,
): ComponentChild {
  return [
    description !== undefined && prose(description),
    values !== undefined && valuesView(values),
    facts.length > 0 && h('ul', null, facts.map(factView)),
  ]
}

function factView({ label, words }: SchemaFact): JSX.Element {
  return h('li', null, label !== undefined && h('i', null, label, ' '), wordsView(words))
}

/** Says that the tree goes on where it was cut. */
export function cutView({ isCut }: SchemaTree): ComponentChild {
  return (
    isCut && h('p', { class: 'tree-cut' }, 'More stands in the contract; this page shows the first levels.')
  )
}
