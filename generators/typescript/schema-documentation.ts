import { child, type Node } from '@concordat/toolkit/model'
import type { Documentation } from './jsdoc.ts'

/** Examples longer than this stand on the page of the event, not in an editor's tooltip. */
const LONGEST_EXAMPLE = 1_500

/** What a schema says about itself. */
export function documentationOf(schema: Node): Documentation {
  const description = child(schema, 'description')?.value
  const examples = child(schema, 'examples')?.value
  return {
    description: typeof description === 'string' ? description : undefined,
    deprecated: child(schema, 'deprecated')?.value === true,
    examples: Array.isArray(examples) ? examples.filter(isShort).slice(0, 1) : [],
  }
}

function isShort(example: unknown): boolean {
  return JSON.stringify(example).length <= LONGEST_EXAMPLE
}

/** Where a node stands, as the documentation of generated code says it. */
export function placeOf(node: Pick<Node, 'file' | 'pointer'>): string {
  return node.pointer === '' ? node.file : `${node.file}#${node.pointer}`
}
