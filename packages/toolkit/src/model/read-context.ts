import type {
  Channel,
  ContractDocument,
  JsonObject,
  Message,
  Node,
  Server,
  SubjectVersion,
} from './catalog.ts'
import { isObjectNode } from './node.ts'
import type { ProblemList } from './problem-list.ts'
import type { References } from './references.ts'

/** What the readers of one catalog share. */
export interface ReadContext {
  readonly references: References
  readonly problems: ProblemList
  /** Documents by path. */
  readonly documents: ReadonlyMap<string, DocumentContext>
  /** Versions of subjects by path. */
  readonly versions: ReadonlyMap<string, SubjectVersion>
  /** What was read already, by id: a thing that is referred to twice is one object. */
  readonly servers: Map<string, Server>
  /** By the name of a system, all that its documents have. */
  readonly serversOf: Map<string, readonly Server[]>
  readonly channels: Map<string, Channel>
  readonly messages: Map<string, Message>
}

/** A document and what those that are defined in it inherit from it. */
export interface DocumentContext {
  readonly document: ContractDocument
  /** Name of its system. */
  readonly system: string
  /** AsyncAPI 2.x or 3.x. */
  readonly major: 2 | 3
  readonly defaultContentType: string
}

/** The document in which a node stands; for a file that is no document, the one that refers to it. */
export function homeOf(context: ReadContext, node: Node, from: DocumentContext): DocumentContext {
  return context.documents.get(node.file) ?? from
}

/** What a reference leads to where that is an object. */
export function objectTarget(context: ReadContext, node: Node | undefined): Node<JsonObject> | undefined {
  const target = node === undefined ? undefined : context.references.target(node)
  return isObjectNode(target) ? target : undefined
}
