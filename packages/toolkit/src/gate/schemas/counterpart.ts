import type { Node } from '../../model/catalog.ts'
import { child } from '../../model/node.ts'
import { pointerTokens } from '../../model/pointer.ts'
import type { ComparedSchema } from './compared-schemas.ts'

/**
 * What stands on the other side where a node stands on this one: the same way down from the compared schema where the
 * node lies in it, the same place of the same file elsewhere. Where the way ends early, what is there.
 */
export function counterpart(
  node: Pick<Node, 'file' | 'pointer'>,
  from: ComparedSchema,
  to: ComparedSchema,
): Node {
  const root = from.schema
  const isInSchema = node.file === root.file && isUnder(node.pointer, root.pointer)
  const start = isInSchema ? to.schema : fileIn(to, node.file)
  const way = isInSchema ? node.pointer.slice(root.pointer.length) : node.pointer
  return start === undefined ? to.schema : asFarAs(start, pointerTokens(way) ?? [])
}

function isUnder(pointer: string, root: string): boolean {
  return pointer === root || pointer.startsWith(`${root}/`)
}

function fileIn({ catalog }: ComparedSchema, path: string): Node | undefined {
  const file = catalog.files.get(path)
  return file && { file: path, pointer: '', value: file.value }
}

function asFarAs(node: Node, [token, ...rest]: readonly string[]): Node {
  const next = token === undefined ? undefined : child(node, token)
  return next === undefined ? node : asFarAs(next, rest)
}
