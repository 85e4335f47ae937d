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

  /** @param maps where documents list them; what several of them list is there once */
  constructor(catalog: Catalog, maps: readonly Node[]) {
    for (const [name, node] of maps.flatMap((map) => entries(map))) this.#add(followRef(catalog, node), name)
  }

  nameOf(node: Node): string {
    return this.#names.get(nodeId(node)) ?? this.#add(node, pointerTokens(node.pointer)?.at(-1) ?? 'part')
  }

  /** Copying one may add others. */
  copies(copy: (name: string, node: Node) => Json): Record<string, Json> {
    const copies = new Map<string, Json>()
    for (const [name, node] of this.#nodes) copies.set(name, copy(name, node))
    return Object.fromEntries(copies)
  }

  #add(node: Node, base: string): string {
    const known = this.#names.get(nodeId(node))
    if (known !== undefined) return known
    let name = base
    for (let count = 2; this.#nodes.has(name); count++) name = `${base}-${count}`
    this.#names.set(nodeId(node), name)
    this.#nodes.set(name, node)
    return name
  }
}
