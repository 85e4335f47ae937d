import type { Delivery, Node } from './catalog.ts'
import { child, entries, isObjectNode } from './node.ts'
import type { ProblemList } from './problem-list.ts'
import { COUNT, extension, oneOf, readField, STRING, wrongField } from './read-field.ts'

const STARTS = ['earliest', 'latest'] as const

const MILLISECONDS = {
  what: 'a number of milliseconds from 0',
  is: (value: unknown): value is number => typeof value === 'number' && value >= 0,
  code: 'bad-extension',
} as const

const FACTOR = {
  what: 'a number from 1',
  is: (value: unknown): value is number => typeof value === 'number' && value >= 1,
  code: 'bad-extension',
} as const

/** Reads `x-delivery` of an operation and fills in the defaults. */
export function readDelivery(problems: ProblemList, node: Node | undefined): Delivery {
  knownMembers(problems, node, ['prefetch', 'retry', 'deadLetterTopic', 'start'])
  const retry = node === undefined ? undefined : child(node, 'retry')
  knownMembers(problems, retry, ['attempts', 'delay', 'multiplier', 'maxDelay'])
  return {
    prefetch: readField(problems, node, 'prefetch', extension(COUNT), 10),
    attempts: readField(problems, retry, 'attempts', extension(COUNT), 3),
    delay: readField(problems, retry, 'delay', MILLISECONDS, 1000),
    multiplier: readField(problems, retry, 'multiplier', FACTOR, 2),
    maxDelay: readField(problems, retry, 'maxDelay', MILLISECONDS, 60_000),
    deadLetterTopic: readField(problems, node, 'deadLetterTopic', extension(STRING), undefined),
    start: readField(problems, node, 'start', oneOf(STARTS, 'bad-extension'), 'earliest'),
    stated: node !== undefined,
  }
}

/** A misspelt member would be a policy that silently does not hold. */
function knownMembers(problems: ProblemList, node: Node | undefined, known: readonly string[]): void {
  if (node === undefined) return
  if (!isObjectNode(node)) wrongField(problems, node, 'an object', 'bad-extension')
  for (const [key, member] of entries(node)) {
    if (known.includes(key)) continue
    problems.at(
      member,
      'bad-extension',
      `${member.pointer} is not a member of x-delivery.`,
      `Use one of ${known.join(', ')}.`,
    )
  }
}
