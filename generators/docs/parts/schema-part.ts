import type { Node } from '@concordat/toolkit/model'
import { h, type JSX } from 'preact'
import { hrefTo } from '../frame/href-to.ts'
import { markdown } from '../markdown/markdown.ts'
import type { PayloadSchema } from '../schema-tree/read-payload.ts'
import { readSchemaTree } from '../schema-tree/read-schema-tree.ts'
import { schemaTreeView } from '../schema-tree/schema-tree-view.ts'
import type { TreeContext } from '../schema-tree/tree-context.ts'
import type { Site } from '../site/site.ts'
import { pageOfSchema } from '../site/page-of-schema.ts'
import { codeBlock } from './code-block.ts'

/** Where a tree stands: the page, and a prefix for its ids that no other tree of the page has. */
export interface TreePlace {
  readonly page: string
  readonly id: string
}

/** A schema as a tree, with links to the pages of the types that it names. */
export function schemaPart(site: Site, place: TreePlace, schema: Node): JSX.Element {
  return schemaTreeView(readSchemaTree(site.catalog, schema), treeContext(site, place))
}

/** What a contract says of a body, in whatever language it says it. */
export function payloadPart(site: Site, place: TreePlace, payload: PayloadSchema): JSX.Element {
  if (payload.kind === 'tree') return schemaTreeView(payload.tree, treeContext(site, place))
  if (payload.kind === 'none') return h('p', { class: 'none' }, 'The contract states no schema.')
  return codeBlock(payload.text, ['Written in ', h('code', null, payload.format)], 'Schema')
}

function treeContext(site: Site, { page, id }: TreePlace): TreeContext {
  return {
    id,
    href: (schema) => {
      const target = pageOfSchema(site, schema)
      return target === undefined ? undefined : hrefTo(page, target)
    },
    prose: markdown,
  }
}
