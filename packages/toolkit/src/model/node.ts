import type { Json, JsonObject, Node } from './catalog.ts'
import { isArray, isObject } from './json.ts'
import { joinPointer, pointerTokens } from './pointer.ts'

/** The value under an own key or index, with its place. */
export function child(node: Node, key: string): Node | undefined {
  const { value } = node
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
  if (isArray(value) && !/^(?:0|[1-9]\d*)$/.test(key)) return undefined
  const found = (value as JsonObject)[key] as Json
  return { file: node.file, pointer: joinPointer(node.pointer, key), value: found }
}

/** Entries of an object or items of an array, in the order of the file. */
export function entries(node: Node | undefined): readonly (readonly [string, Node])[] {
  if (node === undefined || typeof node.value !== 'object' || node.value === null) return []
  const { file, pointer } = node
  const value = node.value as JsonObject
  const found: (readonly [string, Node])[] = []
  for (const key in value)
    found.push([key, { file, pointer: joinPointer(pointer, key), value: value[key] as Json }])
  return found
}

/** Items of an array; nothing where the node is something else. */
export function items(node: Node | undefined): readonly Node[] {
  if (node === undefined || !isArray(node.value)) return []
  const { file, pointer } = node
  return node.value.map((value, index) => ({ file, pointer: `${pointer}/${index}`, value }))
}

export function isObjectNode(node: Node | undefined): node is Node<JsonObject> {
  return node !== undefined && isObject(node.value)
}

/** A string member; undefined where there is none or it is something else. */
export function text(node: Node | undefined, key: string): string | undefined {
  const value = node === undefined ? undefined : child(node, key)?.value
  return typeof value === 'string' ? value : undefined
}

/** Identity of a node: one place, one id. */
export function nodeId(node: { readonly file: string; readonly pointer: string }): string {
  return `${node.file}#${node.pointer}`
}

/** The key under which a node is defined where it stands in a map of that name: `channels`, `messages`. */
export function keyIn(map: string, node: { readonly pointer: string }): string | undefined {
  const { pointer } = node
  const end = pointer.lastIndexOf('/')
  return pointer.slice(0, Math.max(end, 0)).endsWith(`/${map}`)
    ? pointerTokens(pointer.slice(end))?.[0]
    : undefined
}

/** The node that tokens lead to from another; undefined where the way ends before. */
export function nodeAt(node: Node, tokens: readonly string[]): Node | undefined {
  return tokens.reduce<Node | undefined>((at, token) => at && child(at, token), node)
}
