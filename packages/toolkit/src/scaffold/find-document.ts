import { quote } from '../lint/quote.ts'
import type { Catalog, Channel, ContractDocument, System } from '../model/catalog.ts'
import { serviceName } from '../model/document-names.ts'
import { isObject } from '../model/json.ts'
import { child, entries, nodeId } from '../model/node.ts'
import { nearest, whatThereIs } from './nearest.ts'
import { refusal } from './refusal.ts'

/**
 * The system of a name; without a name the only one.
 * @throws ContractError `not-found`, or `ambiguous` where there are several and none is named
 */
export function findSystem(catalog: Catalog, name: string | undefined): System {
  const names = catalog.systems.map((system) => system.name)
  const [only, ...others] = catalog.systems
  if (name === undefined && only !== undefined && others.length === 0) return only
  if (name === undefined)
    throw refusal(
      'ambiguous',
      `The contracts hold ${names.length} systems, and none is named.`,
      `Name one with --system NAME. ${whatThereIs(names)}`,
    )
  const system = catalog.systems.find((system) => system.name === name)
  if (system === undefined)
    throw refusal('not-found', `There is no system ${quote(name)}.`, nearest(name, names))
  return system
}

/**
 * The document of an application, which may have no operations yet.
 * @throws ContractError `not-found`, `unsupported` for a document in AsyncAPI 2.x
 */
export function findService(system: System, name: string): ContractDocument {
  const isAlone = system.documents.length === 1
  const documents = system.documents.filter((document) => isAlone || !isShared(document))
  const document = documents.find((document) => nameOf(document) === name)
  if (document === undefined) {
    const message = `There is no service ${quote(name)} in the system ${quote(system.name)}.`
    const fix = nearest(name, documents.map(nameOf))
    throw refusal('not-found', message, `${fix} Add one with: concordat new service ${system.name}/NAME`)
  }
  return editable(document)
}

/** Name of the application that a document describes. */
export function nameOf(document: ContractDocument): string {
  return serviceName(document.path, document.title)
}

/** The document that holds what the applications of a system share, where there is one. */
export function sharedDocument(system: System): ContractDocument | undefined {
  return system.documents.find(isShared)
}

/** @throws ContractError `unsupported` for a document in AsyncAPI 2.x */
export function editable(document: ContractDocument): ContractDocument {
  if (document.asyncapi.startsWith('3.')) return document
  const message = `${document.path} is written in AsyncAPI ${document.asyncapi}; only 3.x can be added to.`
  throw refusal('unsupported', message, 'Convert it to AsyncAPI 3.0.0 first.')
}

export interface DefinedChannel {
  readonly channel: Channel
  readonly document: ContractDocument
  /** Key among the document's channels. */
  readonly key: string
}

/** The channels that the documents of a system define themselves, in the order of the files. */
export function definedChannels(system: System): readonly DefinedChannel[] {
  const channels = new Map(system.channels.map((channel) => [channel.id, channel]))
  return system.documents.flatMap((document) =>
    entries(child(document.node, 'channels')).flatMap(([key, node]) => {
      const channel = channels.get(nodeId(node))
      return channel === undefined ? [] : [{ channel, document, key }]
    }),
  )
}

/** Whether a document defines something for others and describes no application. */
function isShared({ node }: ContractDocument): boolean {
  if (entries(child(node, 'operations')).length > 0) return false
  return ['channels', 'servers'].some((name) =>
    entries(child(node, name)).some(([, { value }]) => !isReference(value)),
  )
}

function isReference(value: unknown): boolean {
  return isObject(value as never) && Object.hasOwn(value as object, '$ref')
}
