import {
  type Catalog,
  entries,
  followRef,
  type Json,
  type Node,
  nodeId,
  pointerTokens,
} from '@concordat/toolkit/model'

/** Parts of a document that stand in a map and are referred to by their key in it; more may be added as they are met. */
export class NamedParts {
  readonly #names = new Map<string, string>()
  readonly #nodes = new Map<string, Node>()

  /** @param map where the document lists them */
  constructor(catalog: Catalog, map: Node | undefined) {
    for (const [name, node] of entries(map)) {
      const target = followRef(catalog, node)
      this.#nodes.set(name, target)
      if (!this.#names.has(nodeId(target))) this.#names.set(nodeId(target), name)
    }
  }

  nameOf(node: Node): string {
    const id = nodeId(node)
    const known = this.#names.get(id)
    if (known !== undefined) return known
    const base = pointerTokens(node.pointer)?.at(-1) ?? 'part'
    let name = base
    for (let count = 2; this.#nodes.has(name); count++) name = `${base}-${count}`
    this.#names.set(id, name)
    this.#nodes.set(name, node)
    return name
  }

  /** Copying one may add others. */
  copies(copy: (name: string, node: Node) => Json): Record<string, Json> {
    const copies = new Map<string, Json>()
    for (const [name, node] of this.#nodes) copies.set(name, copy(name, node))
    return Object.fromEntries(copies)
  }
}
