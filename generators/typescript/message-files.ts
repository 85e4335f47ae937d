import { type Catalog, type Message, nodeId } from '@concordat/toolkit/model'
import type { SchemaLink, SchemaLinks } from '@concordat/toolkit/schema'
import { digest } from './digest.ts'

/**
 * Tells on which files the code of a client depends for a message: those of the payload and headers schemas and those
 * that they refer to, however far. Data that stands apart in its envelope is a type by its name.
 */
export class MessageFiles {
  readonly #catalog: Catalog
  readonly #links: SchemaLinks
  readonly #digests = new Map<Message, string>()

  constructor(catalog: Catalog, links: SchemaLinks) {
    this.#catalog = catalog
    this.#links = links
  }

  /** Equal digests, equal files. */
  digestOf(message: Message): string {
    const known = this.#digests.get(message)
    if (known !== undefined) return known
    const files = this.#reach(message).map((path) => [path, this.#catalog.files.get(path)?.hash])
    const made = digest(files)
    this.#digests.set(message, made)
    return made
  }

  #reach(message: Message): readonly string[] {
    const isOpaque = dataIsApart(message) ? (link: SchemaLink) => isWholeData(message, link) : () => false
    const waiting = [message.payload, message.headers].filter((schema) => schema !== undefined)
    const found = new Set(waiting)
    for (let schema = waiting.pop(); schema !== undefined; schema = waiting.pop()) {
      for (const link of this.#links.of(schema)) {
        if (found.has(link.target) || isOpaque(link)) continue
        found.add(link.target)
        waiting.push(link.target)
      }
    }
    return [...new Set(Array.from(found, ({ file }) => file))].toSorted()
  }
}

/** Whether no attribute stands inside the data, or beside its properties. */
function dataIsApart({ envelope }: Message): boolean {
  const places = Object.values(envelope.attributes).flat()
  return (
    envelope.data !== '' &&
    !places.some((place) => place.in === 'payload' && `${place.pointer}/`.startsWith(`${envelope.data}/`))
  )
}

/** Whether a reference is all that a property says, and leads to the data. */
function isWholeData({ data }: Message, { target, keywords, isAlone }: SchemaLink): boolean {
  return data !== undefined && isAlone && keywords.at(-1) === 'properties' && nodeId(target) === nodeId(data)
}
