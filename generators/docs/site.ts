import type { Catalog, Channel, Message, Operation, Service, System } from '@concordat/toolkit/model'
import { slug } from '@concordat/toolkit/model'

/** What the site shows, with a page path for everything that has a page. */
export interface Site {
  readonly catalog: Catalog
  readonly systems: readonly System[]
  readonly pathOf: (subject: System | Channel | Message) => string
  readonly users: (system: System, message: Message) => Users
}

/** Who has to do with a message. */
interface Users {
  readonly senders: readonly Use[]
  readonly receivers: readonly Use[]
}

export interface Use {
  readonly service: Service
  readonly operation: Operation
}

export function createSite(catalog: Catalog): Site {
  const paths = new Map<string, string>()
  const taken = new Set<string>(['index.html'])
  const claim = (key: string, folder: string, name: string): void => {
    const base = `${folder}/${slug(name) || 'unnamed'}`
    let path = `${base}.html`
    for (let count = 2; taken.has(path); count++) path = `${base}-${count}.html`
    taken.add(path)
    paths.set(key, path)
  }
  for (const system of catalog.systems) {
    const folder = slug(system.name) || 'system'
    claim(`system ${system.name}`, folder, 'index')
    for (const channel of system.channels)
      claim(`channel ${system.name} ${channel.id}`, `${folder}/channels`, channel.address ?? channel.name)
    for (const message of system.messages)
      claim(`message ${system.name} ${message.id}`, `${folder}/events`, kebabCase(message.name))
  }
  const systemOf = new Map<Message, System>(
    catalog.systems.flatMap((system) => system.messages.map((message) => [message, system] as const)),
  )
  return {
    catalog,
    systems: catalog.systems,
    pathOf: (subject) => {
      const key =
        'documents' in subject
          ? `system ${subject.name}`
          : 'envelope' in subject
            ? `message ${systemOf.get(subject)?.name ?? ''} ${subject.id}`
            : `channel ${subject.system} ${subject.id}`
      return paths.get(key) ?? 'index.html'
    },
    users: usersOf,
  }
}

/** `OrderCreated` as `Order-Created`: the words stay apart when case goes. */
function kebabCase(name: string): string {
  return name.replaceAll(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})/gu, '-')
}

function usersOf(system: System, message: Message): Users {
  const uses = system.services.flatMap((service) =>
    service.operations.map((operation) => ({ service, operation })),
  )
  const using = uses.filter(({ operation }) => operation.messages.some(({ id }) => id === message.id))
  return {
    senders: using.filter(({ operation }) => operation.action === 'send'),
    receivers: using.filter(({ operation }) => operation.action === 'receive'),
  }
}
