import { h, type JSX } from 'preact'
import { aboutView, cutView, marksView, typeView } from './about-view.ts'
import { elementView, groupsView } from './part-view.ts'
import type { SchemaTree } from './schema-tree.ts'
import type { TreeContext } from './tree-context.ts'
import { onlyItem } from './type-line.ts'

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
  const element = onlyItem(tree)
  return h(
    'div',
    { class: 'tree' },
    h('p', null, typeView(tree, context), marksView(tree)),
    aboutView(tree, context),
    element === undefined ? groupsView(tree.groups, context, 0) : elementView(element, context, -1),
    cutView(tree),
  )
}
