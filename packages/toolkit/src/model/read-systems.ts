import { compareText, sortByName } from './by-name.ts'
import type { Channel, ContractDocument, Service, System } from './catalog.ts'
import { serviceName } from './document-names.ts'
import { child, entries, nodeId, text } from './node.ts'
import { readChannel } from './read-channel.ts'
import type { DocumentContext, ReadContext } from './read-context.ts'
import { hasOperations, readOperations } from './read-operations.ts'
import { readServers } from './read-servers.ts'

/** Everything that the documents say, by system; those that are known are taken as they are. */
export function readSystems(context: ReadContext, known: ReadonlyMap<string, System>): readonly System[] {
  for (const system of known.values()) takeOver(context, system)
  const documents = new Map<string, DocumentContext[]>()
  for (const document of context.documents.values()) {
    documents.set(document.system, [...(documents.get(document.system) ?? []), document])
  }
  const systems = [...documents].map(
    ([name, members]) => known.get(name) ?? readSystem(context, name, members),
  )
  return systems.toSorted((a, b) => compareText(a.name, b.name))
}

/** Other systems may use its channels, and a thing is one object wherever it is used. */
function takeOver(context: ReadContext, { channels, messages, servers }: System): void {
  for (const server of servers) context.servers.set(nodeId(server.node), server)
  for (const channel of channels) context.channels.set(channel.id, channel)
  for (const message of messages) context.messages.set(message.id, message)
}

function readSystem(context: ReadContext, name: string, members: readonly DocumentContext[]): System {
  const documents = members.map((member) => member.document).toSorted((a, b) => compareText(a.path, b.path))
  const servers = new Set(members.flatMap((member) => readServers(context, member)))
  const services = readServices(context, members)
  const operations = services.flatMap((service) => service.operations)
  const channels = new Set([
    ...members.flatMap((member) => readChannels(context, member)),
    ...operations.flatMap((operation) => [operation.channel, operation.reply?.channel ?? operation.channel]),
  ])
  const messages = new Set([...channels].flatMap((channel) => channel.messages))
  return {
    name,
    description: describeSystem(documents, services),
    documents,
    servers: sortByName(servers, (server) => nodeId(server.node)),
    channels: sortByName(channels, (channel) => channel.id),
    messages: sortByName(messages, (message) => message.id),
    services,
  }
}

function readChannels(context: ReadContext, from: DocumentContext): readonly Channel[] {
  return entries(child(from.document.node, 'channels')).flatMap(
    ([key, node]) => readChannel(context, node, key, from) ?? [],
  )
}

/**
 * What the document says that all share; where there is only one, what that says. A document without channels is no
 * shared one, but an application that does nothing yet.
 */
function describeSystem(
  documents: readonly ContractDocument[],
  services: readonly Service[],
): string | undefined {
  const shared = documents.find(
    (document) =>
      services.every((service) => service.document !== document) &&
      child(document.node, 'channels') !== undefined,
  )
  return (shared ?? (documents.length === 1 ? documents[0] : undefined))?.description
}

function readServices(context: ReadContext, members: readonly DocumentContext[]): readonly Service[] {
  const services = new Map<string, Service>()
  for (const member of members) {
    if (!hasOperations(context, member)) continue
    const service = readService(context, member)
    const twin = services.get(service.name)
    if (twin === undefined) services.set(service.name, service)
    else collision(context, service, twin)
  }
  return sortByName(services.values(), (service) => service.document.path)
}

function readService(context: ReadContext, from: DocumentContext): Service {
  const { document, system } = from
  const info = child(document.node, 'info')
  const name = serviceName(document.path, document.title)
  return {
    name,
    system,
    title: document.title,
    version: document.version,
    description: document.description,
    owner: text(info === undefined ? undefined : child(info, 'contact'), 'name') ?? text(info, 'x-owner'),
    source: text(info, 'x-source') ?? name,
    document,
    operations: readOperations(context, from, name),
  }
}

function collision(context: ReadContext, service: Service, twin: Service): void {
  const { path } = service.document
  const message = `${path} and ${twin.document.path} are both the service ${JSON.stringify(service.name)} of the system ${JSON.stringify(service.system)}.`
  const fix = 'Rename one of the two files, or name the documents to read in concordat.config.json.'
  context.problems.at(service.document.node, 'name-collision', message, fix)
}
