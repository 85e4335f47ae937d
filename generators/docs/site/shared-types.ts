import { type Catalog, child, type Message, nodeId, type Node } from '@concordat/toolkit/model'
import { isSchema } from '@concordat/toolkit/schema'
import { hasJsonSchema } from '../programs/has-json-schema.ts'
import { isNamed, typeName } from '../schema-tree/type-name.ts'
import type { EventEntry } from './event-entry.ts'
import type { ReachedNodes } from './reached-nodes.ts'

/** A schema that messages refer to by name and that is no version of a subject: in `components`, or in a file of its own. */
export interface SharedType {
  readonly id: string
  readonly name: string
  readonly schema: Node
  /** Those whose messages it is part of, itself or through other types. */
  readonly events: readonly EventEntry[]
  /** Other types that it is part of. */
  readonly partOf: readonly string[]
  /** The one event whose message it is, and which nothing else shares with it. */
  readonly only: EventEntry | undefined
}

/** Sorted by name, then by where they stand. */
export function sharedTypes(
  catalog: Catalog,
  events: readonly EventEntry[],
  reached: ReachedNodes,
): readonly SharedType[] {
  const versions = new Set(catalog.subjects.flatMap((subject) => subject.versions.map(({ path }) => path)))
  const isType = (node: Node): boolean =>
    !versions.has(node.file) && isNamed(node) && isSchema(node) && child(node, 'schemaFormat') === undefined
  const users = new Map<string, { readonly schema: Node; readonly events: Set<EventEntry> }>()
  for (const event of events)
    for (const [id, schema] of event.definitions.flatMap((message) => [...reachedBy(message, reached)])) {
      if (!isType(schema)) continue
      const known = users.get(id) ?? { schema, events: new Set() }
      users.set(id, known)
      known.events.add(event)
    }
  const inside = new Map([...users].map(([id, { schema }]) => [id, reached(schema)]))
  const types = [...users].map(([id, { schema, events: found }]): SharedType => {
    const partOf = [...inside].flatMap(([other, nodes]) => (other !== id && nodes.has(id) ? [other] : []))
    const [first, ...others] = found
    const isOnly = partOf.length + others.length === 0 && first !== undefined && isMessage(first, id)
    return {
      id,
      name: typeName(catalog, schema),
      schema,
      events: [...found],
      partOf,
      only: isOnly ? first : undefined,
    }
  })
  const folded = ({ name }: SharedType): string => name.toLowerCase()
  return types.toSorted((a, b) => compare(folded(a), folded(b)) || compare(a.id, b.id))
}

function* reachedBy(message: Message, reached: ReachedNodes): Generator<readonly [string, Node]> {
  if (!hasJsonSchema(message)) return
  for (const node of [message.payload, message.headers, message.data])
    if (node !== undefined) yield* reached(node)
}

function isMessage({ message: { payload, data } }: EventEntry, id: string): boolean {
  return [payload, data].some((node) => node !== undefined && nodeId(node) === id)
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}
