import type { Node } from './catalog.ts'
import { CONFIG_FILE } from './config.ts'
import type { ProblemList } from './problem-list.ts'

/** Reports a value that a key must not have. */
export function wrongValue(node: Node, wanted: string, problems: ProblemList): void {
  const where = node.pointer === '' ? CONFIG_FILE : `${node.pointer} in ${CONFIG_FILE}`
  problems.at(
    node,
    'bad-config',
    `${where} must be ${wanted}.`,
    'Correct it, or remove it to have the default.',
  )
}
