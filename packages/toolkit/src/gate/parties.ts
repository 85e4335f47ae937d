import { receivings, sendings } from '../lint/flow/operations.ts'
import { compareText } from '../model/by-name.ts'
import type { Catalog, Message, System } from '../model/catalog.ts'
import type { Party } from './change.ts'

/** Who is on either side of a message, by the catalog's own operations; names are `system/service`, sorted. */
export interface Parties {
  readonly sendersOf: (message: Message) => readonly string[]
  readonly receiversOf: (message: Message) => readonly string[]
  /** Both sides of every message whose data is a version of a subject: `orders/order.created/1.1.0`. */
  readonly ofVersion: (versionId: string) => readonly Party[]
}

/**
 * The parties of a catalog; built once, when first asked for. Each document of a system may define a message for
 * itself, so messages of one name in one system are one.
 */
export function partiesOf(catalog: Catalog): Parties {
  const known = all.get(catalog) ?? openParties(catalog)
  all.set(catalog, known)
  return known
}

const all = new WeakMap<Catalog, Parties>()

function openParties(catalog: Catalog): Parties {
  const sides = catalog.systems.map(readSides)
  const named = (role: Party['role'], message: Message): readonly string[] =>
    sortedSet(
      sides.flatMap((side) =>
        side.messages.has(message.id) ? [...(side[role].get(message.name) ?? [])] : [],
      ),
    )
  let versions: ReadonlyMap<string, readonly Message[]> | undefined
  const sendersOf = (message: Message): readonly string[] => named('publisher', message)
  const receiversOf = (message: Message): readonly string[] => named('consumer', message)
  return {
    sendersOf,
    receiversOf,
    ofVersion: (versionId) => {
      versions ??= Map.groupBy(
        sides.flatMap(({ messages }) => [...messages.values()]),
        (message) => message.version?.id ?? '',
      )
      const messages = versions.get(versionId) ?? []
      return [
        ...sortedSet(messages.flatMap(receiversOf)).map((application) => party('consumer', application)),
        ...sortedSet(messages.flatMap(sendersOf)).map((application) => party('publisher', application)),
      ]
    },
  }
}

/** The applications of one system by the names of the messages that they send and receive. */
interface Sides {
  /** Every message of the system, by id. */
  readonly messages: ReadonlyMap<string, Message>
  readonly publisher: ReadonlyMap<string, ReadonlySet<string>>
  readonly consumer: ReadonlyMap<string, ReadonlySet<string>>
}

function readSides(system: System): Sides {
  const messages = new Map(system.messages.map((message) => [message.id, message]))
  const publisher = new Map<string, Set<string>>()
  const consumer = new Map<string, Set<string>>()
  const note = (side: Map<string, Set<string>>, message: Message, service: string): void => {
    messages.set(message.id, message)
    side.set(message.name, (side.get(message.name) ?? new Set()).add(`${system.name}/${service}`))
  }
  for (const { message, service } of sendings(system)) note(publisher, message, service.name)
  for (const receiving of receivings(system))
    for (const message of receiving.messages) note(consumer, message, receiving.service.name)
  return { messages, publisher, consumer }
}

function party(role: Party['role'], application: string): Party {
  return { role, application }
}

function sortedSet(names: readonly string[]): readonly string[] {
  return [...new Set(names)].toSorted(compareText)
}
