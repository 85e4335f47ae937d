import type { Catalog, Message, Operation, Service } from '@concordat/toolkit/model'
import type { Application } from '../../typescript/application.ts'
import { consumerSnippet } from './consumer-snippet.ts'
import { describedClient } from './described-client.ts'
import { publisherSnippet } from './publisher-snippet.ts'
import { DEFAULT_SNIPPETS, type Snippet, type SnippetOptions } from './snippet.ts'
import { hasTransport } from '../site/has-transport.ts'

/** Applications whose clients the code for an event uses. */
export interface EventApplications {
  /** All definitions of the event: documents of one system may each have their own. */
  readonly definitions: readonly Message[]
  readonly senders: readonly { readonly service: Service }[]
  readonly receivers: readonly { readonly service: Service }[]
}

/**
 * Code to publish an event and to handle it, a piece for each application that does so. The names are those of the
 * generated clients; there is none for replies and where no client can be generated.
 *
 * ```ts
 * eventSnippets(catalog, entry).map(({ role, application, code }) => codeBlock(code, application, role))
 * ```
 */
export function eventSnippets(
  catalog: Catalog,
  { definitions, senders, receivers }: EventApplications,
  options: SnippetOptions = DEFAULT_SNIPPETS,
): readonly Snippet[] {
  const ids = new Set(definitions.map(({ id }) => id))
  const publishing = servicesOf(senders).flatMap((service) => {
    const methods =
      describedClient(catalog, service)?.sends.filter(
        ({ message, operations }) => ids.has(message.id) && operations.some(isReachable),
      ) ?? []
    return methods.length === 0 ? [] : [publisher(catalog, service, methods, options)]
  })
  const consuming = servicesOf(receivers).flatMap((service) => consumers(catalog, service, ids, options))
  return [...publishing, ...consuming]
}

/** Code to publish all that an application sends, and to handle all that it receives. */
export function applicationSnippets(
  catalog: Catalog,
  service: Service,
  options: SnippetOptions = DEFAULT_SNIPPETS,
): readonly Snippet[] {
  const client = describedClient(catalog, service)
  if (client === undefined) return []
  // One call shows how: the other methods are called alike.
  const sends = client.sends.filter(({ operations }) => operations.some(isReachable)).slice(0, 1)
  return [
    ...(sends.length === 0 ? [] : [publisher(catalog, service, sends, options)]),
    ...allHandlers(service, client, options),
  ]
}

function publisher(
  catalog: Catalog,
  service: Service,
  methods: Application['sends'],
  options: SnippetOptions,
): Snippet {
  const code = publisherSnippet(catalog, service, methods, options)
  return { role: 'publisher', application: service.title, code }
}

function consumers(
  catalog: Catalog,
  service: Service,
  ids: ReadonlySet<string>,
  options: SnippetOptions,
): readonly Snippet[] {
  const client = describedClient(catalog, service)
  if (client === undefined) return []
  const handler = handlersOf(client).find(({ message }) => ids.has(message.id))?.handler
  return handler === undefined ? [] : allHandlers(service, client, options, handler)
}

/** @param about name of the handler that the code is for; without it all of them */
function allHandlers(
  service: Service,
  client: Application,
  options: SnippetOptions,
  about?: string,
): readonly Snippet[] {
  const received = client.receives.find(({ operation }) => isReachable(operation))
  const all = handlersOf(client).map(({ handler }) => handler)
  if (received === undefined || all.length === 0) return []
  const names = [...new Set(all)]
  const isAbout = (name: string): boolean => about === undefined || name === about
  const handlers = { about: names.filter(isAbout), others: names.filter((name) => !isAbout(name)) }
  const code = consumerSnippet(service, received.operation, handlers, options)
  return [{ role: 'consumer', application: service.title, code }]
}

function isReachable({ channel }: Operation): boolean {
  return hasTransport(channel)
}

function handlersOf({ receives }: Application): Application['receives'][number]['messages'] {
  return receives.flatMap(({ operation, messages }) => (isReachable(operation) ? messages : []))
}

function servicesOf(uses: readonly { readonly service: Service }[]): readonly Service[] {
  return [...new Set(uses.map(({ service }) => service))]
}
