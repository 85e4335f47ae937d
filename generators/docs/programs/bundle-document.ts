import {
  BUNDLE_MARK,
  type Catalog,
  child,
  type ContractDocument,
  entries,
  type Json,
  type JsonObject,
  type Node,
} from '@concordat/toolkit/model'
import { DocumentCopier } from './document-copier.ts'

/** A document with the name that its operations get where they stand beside those of others. */
export interface NamedDocument {
  readonly name: string
  readonly document: ContractDocument
}

/**
 * AsyncAPI documents as one that stands alone: what they refer to in other files is written out, and messages and schemas
 * stand once, under `components`. Several documents of 3.x become one, in which the operations of each begin with the name
 * of its application; a document of 2.x is bundled by itself, because its channels hold its operations.
 */
export function bundleDocuments(
  catalog: Catalog,
  name: string,
  documents: readonly NamedDocument[],
): JsonObject {
  const copier = new DocumentCopier(
    catalog,
    documents.map(({ document }) => document),
  )
  // In this order: what is copied first may add to what comes later.
  const head = headOf(copier, name, documents)
  const operations = operationsOf(copier, documents)
  const channels = copier.channels()
  const servers = copier.servers()
  const components = filled({
    messages: copier.messages(),
    schemas: copier.schemas(),
    securitySchemes: securitySchemesOf(copier, documents),
  })
  return { [BUNDLE_MARK]: true, ...head, ...filled({ servers, channels, operations, components }) }
}

/** Of one document all that it says of itself; of several their name. */
function headOf(copier: DocumentCopier, name: string, documents: readonly NamedDocument[]): JsonObject {
  const [first, ...others] = documents
  if (first === undefined) throw new Error('there is nothing to bundle')
  const { node, asyncapi, version } = first.document
  if (others.length > 0) return { asyncapi, info: { title: name, version } }
  const parts = ['components', 'channels', 'servers', 'operations']
  const members = entries(node).filter(([key]) => !parts.includes(key))
  return Object.fromEntries(members.map(([key, member]) => [key, copier.copy(member, [key])]))
}

function operationsOf(copier: DocumentCopier, documents: readonly NamedDocument[]): Record<string, Json> {
  const operations = documents.flatMap(({ name, document }) =>
    entries(child(document.node, 'operations')).map(([key, node]) => {
      const unique = documents.length === 1 ? key : `${name}.${key}`
      return [unique, copier.copy(node, ['operations', key])] as const
    }),
  )
  return Object.fromEntries(operations)
}

/** In 2.x they are named, not referred to. */
function securitySchemesOf(
  copier: DocumentCopier,
  documents: readonly NamedDocument[],
): Record<string, Json> {
  const schemes = documents.flatMap(({ document }) => entries(inComponents(document.node, 'securitySchemes')))
  return Object.fromEntries(
    schemes.map(([key, node]) => [key, copier.copy(node, ['components', 'securitySchemes', key])]),
  )
}

function inComponents(document: Node, key: string): Node | undefined {
  const components = child(document, 'components')
  return components === undefined ? undefined : child(components, key)
}

/** Without parts that have nothing in them. */
function filled(parts: Readonly<Record<string, Record<string, Json>>>): Record<string, Json> {
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => Object.keys(part).length > 0))
}
