import type { JsonObject, Node, Server } from './catalog.ts'
import { child, entries, keyIn, nodeId, text } from './node.ts'
import { homeOf, objectTarget, type DocumentContext, type ReadContext } from './read-context.ts'
import { readSecurity } from './read-security.ts'

/** The servers of a document, those it refers to included. */
export function readServers(context: ReadContext, from: DocumentContext): readonly Server[] {
  return entries(child(from.document.node, 'servers')).flatMap(
    ([key, node]) => readServer(context, node, key, from) ?? [],
  )
}

/** A server by its definition or a reference to it; `key` names one that is a file of its own. */
export function readServer(
  context: ReadContext,
  node: Node,
  key: string,
  from: DocumentContext,
): Server | undefined {
  const target = objectTarget(context, node)
  if (target === undefined) return undefined
  const id = nodeId(target)
  const known = context.servers.get(id)
  if (known !== undefined) return known
  const { host, pathname } = readAddress(target, homeOf(context, target, from).major)
  const server: Server = {
    name: keyIn('servers', target) ?? key,
    host,
    protocol: text(target, 'protocol') ?? '',
    pathname,
    description: text(target, 'description'),
    security: readSecurity(context, child(target, 'security')),
    node: target,
  }
  context.servers.set(id, server)
  return server
}

/** 3.x has host and pathname; 2.x one url. */
function readAddress(node: Node<JsonObject>, major: 2 | 3): { host: string; pathname: string | undefined } {
  if (major === 3) return { host: text(node, 'host') ?? '', pathname: text(node, 'pathname') }
  const url = (text(node, 'url') ?? '').replace(/^[A-Za-z][A-Za-z0-9+.-]*:\/\//, '')
  const slash = url.indexOf('/')
  return slash < 0
    ? { host: url, pathname: undefined }
    : { host: url.slice(0, slash), pathname: url.slice(slash) }
}

/** The servers that a channel without a list of its own is on: its document's, else those of the whole system. */
export function allServers(context: ReadContext, home: DocumentContext): readonly Server[] {
  const own = readServers(context, home)
  if (own.length > 0) return own
  const known = context.serversOf.get(home.system)
  if (known !== undefined) return known
  const system = [...context.documents.values()].filter((document) => document.system === home.system)
  const servers = [...new Set(system.flatMap((document) => readServers(context, document)))]
  context.serversOf.set(home.system, servers)
  return servers
}
