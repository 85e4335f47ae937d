import type { Node } from '@concordat/toolkit/model'
import type { ReachedNodes } from './reached-nodes.ts'

/** Files in which the things stand that a node refers to, its own and those that they refer to in turn among them. */
export type ReachedFiles = (node: Node) => ReadonlySet<string>

export function reachedFiles(reached: ReachedNodes): ReachedFiles {
  return (node) => new Set([...reached(node).values()].map(({ file }) => file))
}
