import { sortByName } from './by-name.ts'
import type { Channel, ChannelParameter, JsonObject, Message, Node, Server } from './catalog.ts'
import { child, entries, items, keyIn, nodeId, text } from './node.ts'
import { defaultAmqpChannel, readAmqpChannel } from './read-amqp-channel.ts'
import { homeOf, objectTarget, type DocumentContext, type ReadContext } from './read-context.ts'
import { readDeprecation } from './read-deprecation.ts'
import { readKafkaChannel } from './read-kafka-channel.ts'
import { readMessage } from './read-message.ts'
import { operationsV2, readMessagesV2 } from './read-messages-v2.ts'
import { allServers, readServer } from './read-servers.ts'

/** A channel by its definition or a reference to it; `key` names one that is a file of its own. */
export function readChannel(
  context: ReadContext,
  node: Node,
  key: string,
  from: DocumentContext,
): Channel | undefined {
  const target = objectTarget(context, node)
  if (target === undefined) return undefined
  const id = nodeId(target)
  const known = context.channels.get(id)
  if (known !== undefined) return known
  const channel = buildChannel(context, target, id, key, homeOf(context, target, from))
  context.channels.set(id, channel)
  return channel
}

function buildChannel(
  context: ReadContext,
  node: Node<JsonObject>,
  id: string,
  key: string,
  home: DocumentContext,
): Channel {
  const name = keyIn('channels', node) ?? key
  const address = home.major === 2 ? name : text(node, 'address')
  const servers = readChannelServers(context, node, home)
  const bindings = objectTarget(context, child(node, 'bindings'))
  const amqp = bindings === undefined ? undefined : objectTarget(context, child(bindings, 'amqp'))
  const kafka = bindings === undefined ? undefined : objectTarget(context, child(bindings, 'kafka'))
  const protocols = protocolsOf(amqp, kafka, servers)
  const destination = address ?? name
  return {
    id,
    name,
    address,
    system: home.system,
    title: text(node, 'title'),
    summary: text(node, 'summary'),
    description: text(node, 'description'),
    parameters: readParameters(context, child(node, 'parameters')),
    messages: sortByName(readChannelMessages(context, node, name, home), (message) => message.id),
    servers,
    protocols,
    amqp: !protocols.includes('amqp')
      ? undefined
      : amqp === undefined
        ? defaultAmqpChannel(destination)
        : readAmqpChannel(context.problems, amqp, destination),
    kafka: protocols.includes('kafka') ? readKafkaChannel(context.problems, kafka, destination) : undefined,
    deprecation: readDeprecation(context.problems, undefined, child(node, 'x-deprecated')),
    node,
  }
}

function protocolsOf(
  amqp: Node | undefined,
  kafka: Node | undefined,
  servers: readonly Server[],
): Channel['protocols'] {
  if (amqp !== undefined || kafka !== undefined) {
    return [
      ...(amqp === undefined ? [] : (['amqp'] as const)),
      ...(kafka === undefined ? [] : (['kafka'] as const)),
    ]
  }
  const spoken = new Set(servers.map((server) => server.protocol.toLowerCase()))
  return [
    ...(spoken.has('amqp') || spoken.has('amqps') ? (['amqp'] as const) : []),
    ...(spoken.has('kafka') || spoken.has('kafka-secure') ? (['kafka'] as const) : []),
  ]
}

/** 3.x refers to servers, 2.x names them; a channel without a list is on all of them. */
function readChannelServers(context: ReadContext, node: Node, home: DocumentContext): readonly Server[] {
  const listed = items(child(node, 'servers'))
  const servers = listed.flatMap((item) => {
    const name = home.major === 2 && typeof item.value === 'string' ? item.value : undefined
    const node = name === undefined ? item : serverByName(home, name)
    return (node === undefined ? undefined : readServer(context, node, name ?? item.pointer, home)) ?? []
  })
  return sortByName(listed.length > 0 ? servers : allServers(context, home), (server) => nodeId(server.node))
}

function serverByName(home: DocumentContext, name: string): Node | undefined {
  const servers = child(home.document.node, 'servers')
  return servers === undefined ? undefined : child(servers, name)
}

function readChannelMessages(
  context: ReadContext,
  node: Node,
  name: string,
  home: DocumentContext,
): readonly Message[] {
  const messages =
    home.major === 3
      ? entries(child(node, 'messages')).flatMap(
          ([key, message]) => readMessage(context, message, key, home) ?? [],
        )
      : operationsV2(context, node).flatMap((operation) =>
          readMessagesV2(context, operation.node, name, home),
        )
  return [...new Set(messages)]
}

function readParameters(context: ReadContext, node: Node | undefined): readonly ChannelParameter[] {
  const parameters = entries(node).map(([name, parameter]) => {
    const target = context.references.target(parameter)
    // 2.x describes a parameter by a schema, 3.x by itself.
    const schema = child(target, 'schema')
    const described = schema === undefined ? target : context.references.target(schema)
    return {
      name,
      enum: items(child(described, 'enum')).flatMap(({ value }) => (typeof value === 'string' ? value : [])),
      default: text(described, 'default'),
      description: text(target, 'description'),
    }
  })
  return sortByName(parameters, (parameter) => parameter.name)
}
