import type { Catalog, Message, Node } from '../../model/catalog.ts'
import { child, items } from '../../model/node.ts'
import { pointerTokens } from '../../model/pointer.ts'
import { schemasOfProperty } from '../../schema/described-parts.ts'
import { describedValue, type Member } from '../../schema/described-value.ts'
import { sendings } from '../flow/operations.ts'
import { quote } from '../quote.ts'
import type { Rule, Violation } from '../rule.ts'
import { isCompacted } from './kafka-key-missing.ts'

export const keyPointerDangling: Rule = {
  id: 'key-pointer-dangling',
  severity: 'error',
  summary:
    'The `x-key` of a message points to nothing in its data, or to something optional although the message is sent to a ' +
    'compacted topic.',
  why: 'A message without a key goes to any partition, which breaks the order, and a compacted topic refuses it.',
  *check({ catalog }) {
    const compacted = new Set(
      catalog.systems
        .flatMap(sendings)
        .filter(({ channel }) => channel.kafka !== undefined && isCompacted(channel.kafka))
        .map(({ message }) => message),
    )
    for (const message of new Set(catalog.systems.flatMap(({ messages }) => messages)))
      yield* faults(catalog, message, compacted.has(message))
  },
}

function* faults(
  catalog: Catalog,
  { key, name, data, node }: Message,
  isCompacted: boolean,
): Iterable<Violation> {
  if (key === undefined || data === undefined) return
  const at = { file: node.file, pointer: `${node.pointer}/x-key` }
  const found = follow(catalog, data, pointerTokens(key) ?? [])
  if (found === 'nothing')
    yield {
      at,
      message: `The key ${quote(key)} points to nothing in the data of ${quote(name)}`,
      fix: 'Point to a property that the schema of the data declares.',
    }
  if (found === 'optional' && isCompacted)
    yield {
      at,
      message: `The key ${quote(key)} of ${quote(name)} may be missing, and the message goes to a compacted topic`,
      fix: 'Point to a required property.',
    }
}

/** Whether every value of the schema has something at the pointer, or some may. */
function follow(
  catalog: Catalog,
  schema: Node,
  tokens: readonly string[],
): 'required' | 'optional' | 'nothing' {
  let schemas: readonly Node[] = [schema]
  let isRequired = true
  for (const token of tokens) {
    const { members, isOpen } = describedValue(catalog, schemas)
    const parts = schemasOfProperty(members, token)
    if (parts.length === 0) return isOpen ? 'optional' : 'nothing'
    isRequired &&= members.some((member) => requires(member, token))
    schemas = parts
  }
  return isRequired ? 'required' : 'optional'
}

function requires({ node, certain }: Member, name: string): boolean {
  return certain && items(child(node, 'required')).some(({ value }) => value === name)
}
