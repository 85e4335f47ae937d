import {
  BUNDLE_MARK,
  type Catalog,
  child,
  type ContractDocument,
  entries,
  followRef,
  type Json,
  type JsonObject,
  type Node,
  nodeId,
} from '@concordat/toolkit/model'
import { messageKeyIn } from './message-key-in.ts'
import { NamedParts } from './named-parts.ts'
import { payloadForm } from './payload-form.ts'
import { SchemaCopier } from './schema-copier.ts'

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
  return { [BUNDLE_MARK]: true, ...new DocumentBundle(catalog, documents).print(name) }
}

/** A document with the name that its operations get where they stand beside those of others. */
export interface NamedDocument {
  readonly name: string
  readonly document: ContractDocument
}

/** Keys on the way from the root of the document that is printed. */
type Path = readonly string[]

class DocumentBundle {
  readonly #catalog: Catalog
  readonly #documents: readonly NamedDocument[]
  readonly #schemas: SchemaCopier
  readonly #servers: NamedParts
  readonly #channels: NamedParts
  readonly #messages: NamedParts

  constructor(catalog: Catalog, documents: readonly NamedDocument[]) {
    const maps = (key: string): readonly Node[] =>
      documents.flatMap(({ document }) => child(document.node, key) ?? [])
    this.#catalog = catalog
    this.#documents = documents
    this.#schemas = new SchemaCopier(catalog, '#/components/schemas/')
    this.#servers = new NamedParts(catalog, maps('servers'))
    this.#channels = new NamedParts(catalog, maps('channels'))
    this.#messages = new NamedParts(catalog, [])
  }

  print(name: string): JsonObject {
    const head = this.#head(name)
    const operations = this.#operations()
    const channels = this.#channels.copies((key, node) => this.#members(node, ['channels', key], []))
    const servers = this.#servers.copies((key, node) => this.#members(node, ['servers', key], []))
    const messages = this.#messages.copies((_, node) => this.#message(node))
    const components = filled({
      messages,
      schemas: this.#schemas.definitions(),
      securitySchemes: this.#securitySchemes(),
    })
    return { ...head, ...filled({ servers, channels, operations, components }) }
  }

  /** Of one document all that it says of itself; of several their name and what the shared one says. */
  #head(name: string): JsonObject {
    const [first, ...others] = this.#documents
    if (first === undefined) throw new Error('there is nothing to bundle')
    const { node, asyncapi, version } = first.document
    if (others.length > 0) return { asyncapi, info: { title: name, version } }
    const members = entries(node).filter(
      ([key]) => !['components', 'channels', 'servers', 'operations'].includes(key),
    )
    return Object.fromEntries(members.map(([key, member]) => [key, this.#copy(member, [key], [])]))
  }

  #operations(): Record<string, Json> {
    const isAlone = this.#documents.length === 1
    const operations = this.#documents.flatMap(({ name, document }) =>
      entries(child(document.node, 'operations')).map(
        ([key, node]) =>
          [isAlone ? key : `${name}.${key}`, this.#copy(node, ['operations', key], [])] as const,
      ),
    )
    return Object.fromEntries(operations)
  }

  #copy(node: Node, path: Path, trail: readonly string[]): Json {
    const target = followRef(this.#catalog, node)
    if (target !== node) {
      const ref = this.#reference(target, path)
      if (ref !== undefined) return { $ref: ref }
      // What contains itself and is no schema cannot be written out.
      if (trail.includes(nodeId(target))) return {}
      return this.#members(target, path, [...trail, nodeId(target)])
    }
    return this.#members(node, path, trail)
  }

  /** What a reference at a place of a document becomes; undefined where what it refers to is written out there. */
  #reference(target: Node, path: Path): string | undefined {
    const [first, , third, fourth] = path
    const last = path.at(-1)
    const isOfOperation = first === 'operations' && (third === 'channel' || fourth === 'channel')
    if (isOfOperation) return `#/channels/${escaped(this.#channels.nameOf(target))}`
    if (first === 'channels' && third === 'servers')
      return `#/servers/${escaped(this.#servers.nameOf(target))}`
    if (first === 'operations' && path.at(-2) === 'messages') return undefined
    if (isMessage(path)) return `#/components/messages/${escaped(this.#messages.nameOf(target))}`
    const isSchema = target.pointer === '' || /\/(?:schemas|definitions|\$defs)\/[^/]*$/.test(target.pointer)
    return isSchema && last !== undefined ? this.#schemas.referenceTo(target) : undefined
  }

  #members(node: Node, path: Path, trail: readonly string[]): Json {
    if (typeof node.value !== 'object' || node.value === null) return node.value
    if (path[0] === 'operations' && path.length === 2) return this.#operation(node, path, trail)
    if (isMessage(path)) return this.#message(node)
    const copies = entries(node).map(
      ([key, member]) => [key, this.#copy(member, [...path, key], trail)] as const,
    )
    return Array.isArray(node.value) ? copies.map(([, copy]) => copy) : Object.fromEntries(copies)
  }

  /** A message of an operation must be one of its channel's, by a reference through the channel. */
  #operation(node: Node, path: Path, trail: readonly string[]): Json {
    const copies = entries(node).map(
      ([key, member]) => [key, this.#copy(member, [...path, key], trail)] as const,
    )
    const channel = child(node, 'channel')
    const list = child(node, 'messages')
    if (channel === undefined || list === undefined) return Object.fromEntries(copies)
    const target = followRef(this.#catalog, channel)
    const base = `#/channels/${escaped(this.#channels.nameOf(target))}/messages/`
    const messages = messageKeyIn(this.#catalog, target, list).map((key) => ({
      $ref: `${base}${escaped(key)}`,
    }))
    return { ...Object.fromEntries(copies), messages }
  }

  #message(node: Node): Json {
    const copies = new Map<string, Json>()
    for (const [key, member] of entries(node)) {
      const copy = this.#messageMember(node, key, member)
      if (copy !== undefined) copies.set(key, copy)
    }
    const contentType = this.#impliedContentType(node)
    if (contentType !== undefined && !copies.has('oneOf') && !copies.has('contentType'))
      copies.set('contentType', contentType)
    return Object.fromEntries(copies)
  }

  /** What the document of a message says of all its messages, where the bundle does not say the same. */
  #impliedContentType(message: Node): Json | undefined {
    const stated = defaultContentType(this.#catalog, message.file)
    const [first, ...others] = this.#documents
    const own =
      others.length === 0 ? defaultContentType(this.#catalog, first?.document.path ?? '') : undefined
    return stated === own ? undefined : stated
  }

  #messageMember(message: Node, key: string, member: Node): Json | undefined {
    if (key === 'payload' || key === 'headers')
      return payloadForm(this.#catalog, message, member, this.#schemas)
    return key === 'examples'
      ? member.value
      : this.#copy(member, ['components', 'messages', 'message', key], [])
  }

  /** In 2.x they are named, not referred to. */
  #securitySchemes(): Record<string, Json> {
    const schemes = this.#documents.flatMap(({ document }) => {
      const components = child(document.node, 'components')
      return entries(components === undefined ? undefined : child(components, 'securitySchemes'))
    })
    const path = ['components', 'securitySchemes']
    return Object.fromEntries(schemes.map(([key, node]) => [key, this.#copy(node, [...path, key], [])]))
  }
}

function defaultContentType({ files }: Catalog, file: string): Json | undefined {
  const value = files.get(file)?.value
  return value === undefined ? undefined : child({ file, pointer: '', value }, 'defaultContentType')?.value
}

/** Without parts that have nothing in them. */
function filled(parts: Readonly<Record<string, Record<string, Json>>>): Record<string, Json> {
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => Object.keys(part).length > 0))
}

/** In 3.x under `messages`; in 2.x under `message`, or in its `oneOf`. */
function isMessage(path: Path): boolean {
  const [third, second, last] = path.slice(-3)
  return second === 'messages' || last === 'message' || (third === 'message' && second === 'oneOf')
}

function escaped(token: string): string {
  return token.replaceAll('~', '~0').replaceAll('/', '~1')
}
