import { type ApplicationContract, connect, type Connection, type Handler } from '@concordat/runtime'
import type { Service } from '@concordat/toolkit/model'

import { exampleContents, type MessageContent } from './example-content.ts'
import { type AnyEvent, type GeneratedClient, importClient, methodFor } from './generated-client.ts'
import { Observer } from './observer.ts'
import { passFences } from './pass-fences.ts'
import type { SentMessage, SystemTraffic } from './sent-messages.ts'

/** An example that was published. */
export interface PublishedExample {
  readonly sent: SentMessage
  readonly content: MessageContent
  /** Id of this message alone. */
  readonly id: string
  /** Why the publisher refused it. */
  readonly error?: unknown
}

/** What happened while all applications of a system were running. */
export interface Outcome {
  readonly published: readonly PublishedExample[]
  /** The applications that a message reached, sorted, one twice that it reached twice. */
  readonly reached: (id: string) => readonly string[]
  /** What their handlers got, sorted by application. */
  readonly handled: (id: string) => readonly HandledEvent[]
  /** Messages that were not handled and subscriptions that were lost, for people. */
  readonly failures: readonly string[]
}

interface HandledEvent {
  readonly application: string
  readonly event: AnyEvent
}

interface RunningApplication {
  readonly service: Service
  readonly client: GeneratedClient
  readonly connection: Connection
}

/**
 * Runs all applications of a system at once on generated clients, each with its own connection, publishes every example
 * of every message that they send, and closes them when nothing can be on its way any more.
 */
export async function runSystem({ system, protocol, sent }: SystemTraffic, url: string): Promise<Outcome> {
  const observer = new Observer()
  const handled: HandledEvent[] = []
  const failures: string[] = []
  const fences = await connect(url, { clientName: 'fences' })
  const applications = await Promise.all(
    system.services.map(async (service) => {
      const client = await importClient(system.name, service.name)
      const connection = await observer.connect(url, service.name, protocol)
      return { service, client, connection }
    }),
  )
  const connections = [...applications.map(({ connection }) => connection), fences]
  try {
    await Promise.all(applications.map((application) => consume(application, handled, failures)))
    const published = await Promise.all(publishExamples(sent, applications, observer))
    await passFences(fences.transport, observer, system)
    return { published, failures, ...byId(observer, handled) }
  } finally {
    await Promise.all(connections.map((connection) => connection.close()))
  }
}

async function consume(
  { service, client, connection }: RunningApplication,
  handled: HandledEvent[],
  failures: string[],
): Promise<void> {
  const note = (event: AnyEvent): void => void handled.push({ application: service.name, event })
  await client.startConsumer?.(connection, handlersFor(client.contract, note), {
    onFailure: ({ operation, origin, error }) =>
      failures.push(`${service.name} ${operation} ${origin}: ${String(error)}`),
    onLost: (error, operation) => failures.push(`${service.name} lost ${operation}: ${error.message}`),
  })
}

/** The same handler under the name of each message. */
function handlersFor(
  contract: ApplicationContract,
  handler: Handler<AnyEvent>,
): Readonly<Record<string, Handler<AnyEvent>>> {
  const names = Object.values(contract.receives).flatMap(({ messages }) => Object.keys(messages))
  return Object.fromEntries(names.map((name) => [name, handler]))
}

function publishExamples(
  messages: readonly SentMessage[],
  applications: readonly RunningApplication[],
  observer: Observer,
): readonly Promise<PublishedExample>[] {
  return messages.flatMap((sent) => {
    const sender = applications.find(({ service }) => service === sent.service)
    return exampleContents(sent.message).map(async (content) => {
      const example = { sent, content, id: observer.newId() }
      try {
        await publish(example, sender)
        return example
      } catch (error) {
        return { ...example, error }
      }
    })
  })
}

async function publish(
  { sent, content, id }: PublishedExample,
  sender: RunningApplication | undefined,
): Promise<void> {
  if (sender === undefined) throw new Error(`${sent.service.name} does not run`)
  const { client, connection } = sender
  const method = client.createPublisher?.(connection)[methodFor(client.contract, sent.message.name)]
  if (method === undefined) throw new Error(`${sent.service.name} has no publisher for ${sent.message.name}`)
  await method(content.data, { ...content.attributes, id, headers: content.headers })
}

function byId(
  { subscriptions }: Observer,
  handled: readonly HandledEvent[],
): Pick<Outcome, 'reached' | 'handled'> {
  return {
    reached: (id) =>
      subscriptions
        .flatMap(({ application, arrivals }) => arrivals.filter((each) => each === id).map(() => application))
        .toSorted(),
    handled: (id) =>
      handled
        .filter(({ event }) => event.id === id)
        .toSorted((one, other) => (one.application < other.application ? -1 : 1)),
  }
}
