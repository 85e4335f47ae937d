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
 * An AsyncAPI document that stands alone: what it refers to in other files is written out, and messages and schemas stand
 * once, under `components`. Its version of AsyncAPI stays.
 */
export function bundleDocument(catalog: Catalog, { node }: ContractDocument): JsonObject {
  return new DocumentBundle(catalog, node).print()
}

/** Keys on the way from the root of the document that is printed. */
type Path = readonly string[]

class DocumentBundle {
  readonly #catalog: Catalog
  readonly #root: Node
  readonly #schemas: SchemaCopier
  readonly #servers: NamedParts
  readonly #channels: NamedParts
  readonly #messages: NamedParts

  constructor(catalog: Catalog, root: Node) {
    this.#catalog = catalog
    this.#root = root
    this.#schemas = new SchemaCopier(catalog, '#/components/schemas/')
    this.#servers = new NamedParts(catalog, child(root, 'servers'))
    this.#channels = new NamedParts(catalog, child(root, 'channels'))
    this.#messages = new NamedParts(catalog, undefined)
  }

  print(): JsonObject {
    const members = new Map<string, Json>([['asyncapi', child(this.#root, 'asyncapi')?.value ?? '']])
    for (const [key, node] of entries(this.#root))
      if (!['components', 'channels', 'servers'].includes(key)) members.set(key, this.#copy(node, [key], []))
    const channels = this.#channels.copies((name, node) => this.#members(node, ['channels', name], []))
    const servers = this.#servers.copies((name, node) => this.#members(node, ['servers', name], []))
    const messages = this.#messages.copies((_, node) => this.#message(node))
    const components = {
      messages,
      schemas: this.#schemas.definitions(),
      securitySchemes: this.#securitySchemes(),
    }
    for (const [key, value] of Object.entries({ servers, channels }))
      if (Object.keys(value).length > 0) members.set(key, value)
    const used = Object.entries(components).filter(([, part]) => Object.keys(part).length > 0)
    if (used.length > 0) members.set('components', Object.fromEntries(used))
    return { [BUNDLE_MARK]: true, ...Object.fromEntries(members) }
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
    return Object.fromEntries(copies)
  }

  #messageMember(message: Node, key: string, member: Node): Json | undefined {
    if (key === 'payload' || key === 'headers')
      return payloadForm(this.#catalog, message, member, this.#schemas)
    return key === 'examples'
      ? member.value
      : this.#copy(member, ['components', 'messages', 'message', key], [])
  }

  /** In 2.x they are named, not referred to. */
  #securitySchemes(): JsonObject {
    const components = child(this.#root, 'components')
    const schemes = components === undefined ? undefined : child(components, 'securitySchemes')
    return schemes === undefined
      ? {}
      : (this.#members(schemes, ['components', 'securitySchemes'], []) as JsonObject)
  }
}

/** In 3.x under `messages`; in 2.x under `message`, or in its `oneOf`. */
function isMessage(path: Path): boolean {
  const [third, second, last] = path.slice(-3)
  return second === 'messages' || last === 'message' || (third === 'message' && second === 'oneOf')
}

function escaped(token: string): string {
  return token.replaceAll('~', '~0').replaceAll('/', '~1')
}
