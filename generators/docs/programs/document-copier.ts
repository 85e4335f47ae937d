import {
  type Catalog,
  child,
  type ContractDocument,
  entries,
  followRef,
  joinPointer,
  type Json,
  type Node,
  nodeId,
} from '@concordat/toolkit/model'
import { impliedContentType } from './implied-content-type.ts'
import { messageKeysIn } from './message-keys-in.ts'
import { NamedParts } from './named-parts.ts'
import { payloadForm } from './payload-form.ts'
import { SchemaCopier } from './schema-copier.ts'

/** Keys on the way from the root of the document that is printed. */
type Path = readonly string[]

/** Copies parts of AsyncAPI documents into one, and keeps account of what they refer to. */
export class DocumentCopier {
  readonly #catalog: Catalog
  readonly #documents: readonly ContractDocument[]
  readonly #schemas: SchemaCopier
  readonly #servers: NamedParts
  readonly #channels: NamedParts
  readonly #messages: NamedParts

  constructor(catalog: Catalog, documents: readonly ContractDocument[]) {
    const maps = (key: string): readonly Node[] => documents.flatMap(({ node }) => child(node, key) ?? [])
    this.#catalog = catalog
    this.#documents = documents
    this.#schemas = new SchemaCopier(catalog, '#/components/schemas/')
    this.#servers = new NamedParts(catalog, maps('servers'))
    this.#channels = new NamedParts(catalog, maps('channels'))
    this.#messages = new NamedParts(catalog, [])
  }

  channels(): Record<string, Json> {
    return this.#channels.copies((key, node) => this.#members(node, ['channels', key], []))
  }

  servers(): Record<string, Json> {
    return this.#servers.copies((key, node) => this.#members(node, ['servers', key], []))
  }

  messages(): Record<string, Json> {
    return this.#messages.copies((_, node) => this.#message(node))
  }

  schemas(): Record<string, Json> {
    return this.#schemas.definitions()
  }

  /** A copy of what stands at a path of the document that is printed. */
  copy(node: Node, path: Path, trail: readonly string[] = []): Json {
    const target = followRef(this.#catalog, node)
    if (target === node) return this.#members(node, path, trail)
    const ref = this.#reference(target, path)
    if (ref !== undefined) return { $ref: ref }
    // What contains itself and is no schema cannot be written out.
    return trail.includes(nodeId(target)) ? {} : this.#members(target, path, [...trail, nodeId(target)])
  }

  /** What a reference at a path becomes; undefined where what it refers to is written out there. */
  #reference(target: Node, path: Path): string | undefined {
    const [first, , third] = path
    if (first === 'operations' && path.at(-1) === 'channel') return this.#channelReference(target)
    if (first === 'channels' && third === 'servers')
      return joinPointer('#/servers', this.#servers.nameOf(target))
    if (isMessage(path)) return joinPointer('#/components/messages', this.#messages.nameOf(target))
    const isSchema = target.pointer === '' || /\/(?:schemas|definitions|\$defs)\/[^/]*$/.test(target.pointer)
    return isSchema ? this.#schemas.referenceTo(target) : undefined
  }

  #channelReference(channel: Node): string {
    return joinPointer('#/channels', this.#channels.nameOf(channel))
  }

  #members(node: Node, path: Path, trail: readonly string[]): Json {
    if (typeof node.value !== 'object' || node.value === null) return node.value
    if (isMessage(path)) return this.#message(node)
    const isOperation = path[0] === 'operations' && (path.length === 2 || path.at(-1) === 'reply')
    const copies = entries(node).map(([key, member]) => {
      const copy = isOperation && key === 'messages' ? this.#choice(node, member) : undefined
      return [key, copy ?? this.copy(member, [...path, key], trail)] as const
    })
    return Array.isArray(node.value) ? copies.map(([, copy]) => copy) : Object.fromEntries(copies)
  }

  /** A message of an operation must be one of its channel's, by a reference through the channel. */
  #choice(operation: Node, list: Node): Json | undefined {
    const channel = child(operation, 'channel')
    if (channel === undefined) return undefined
    const target = followRef(this.#catalog, channel)
    const base = `${this.#channelReference(target)}/messages`
    return messageKeysIn(this.#catalog, target, list).map((key) => ({ $ref: joinPointer(base, key) }))
  }

  #message(node: Node): Json {
    const copies = new Map<string, Json>()
    for (const [key, member] of entries(node)) {
      const copy = this.#messageMember(node, key, member)
      if (copy !== undefined) copies.set(key, copy)
    }
    const contentType = impliedContentType(this.#catalog, this.#documents, node)
    if (contentType !== undefined) copies.set('contentType', contentType)
    return Object.fromEntries(copies)
  }

  #messageMember(message: Node, key: string, member: Node): Json | undefined {
    if (key === 'payload' || key === 'headers')
      return payloadForm(this.#catalog, message, member, this.#schemas)
    return key === 'examples' ? member.value : this.copy(member, ['components', 'messages', 'message', key])
  }
}

/** In 3.x under `messages`; in 2.x under `message`, or in its `oneOf`. */
function isMessage(path: Path): boolean {
  const [third, second, last] = path.slice(-3)
  return second === 'messages' || last === 'message' || (third === 'message' && second === 'oneOf')
}
