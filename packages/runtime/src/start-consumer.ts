import type { Connection } from './connection.ts'
import { type ConsumerOptions, ConsumerSubscriptions } from './consumer.ts'
import { refuseOtherThanJson } from './content-type.ts'
import type { ApplicationContract } from './contract.ts'
import type { AnyHandlers } from './received-event.ts'
import { UsageError } from './usage-error.ts'

/** A running consumer; {@link startConsumer} starts it. */
export interface Consumer {
  /**
   * Takes no more messages, gives up waits between attempts, waits for handlers in flight as long as `closeTimeout`
   * says, and leaves what is not done with to the broker. Calling it again does nothing.
   */
  close(): Promise<void>
}

/**
 * Starts the consumer of an application: declares its topology, subscribes to every receive operation of its contract
 * and calls the handler of each message. Resolves when all subscriptions stand.
 *
 * A message is acknowledged when its handler has returned. A handler that throws is called again, with growing waits, as
 * the operation's delivery policy says; then the message goes to the dead letters. A message that breaks the contract
 * goes there at once. Where there are no dead letters nothing is lost: handlers are called on and on, at the longest
 * wait, and a message that breaks the contract stays unacknowledged. `onFailure` hears of all of it.
 *
 * @example
 * const consumer = await startConsumer(connection, notificationContract, {
 *   orderCreated: async (event) => sendMail(event.data.customer_email, event.id),
 * })
 * @throws UsageError `handler-missing`, `content-type-unsupported`
 * @throws TransportError `topology-mismatch`, `not-found`, `closed`, …
 */
export async function startConsumer(
  connection: Connection,
  contract: ApplicationContract,
  handlers: object,
  options: ConsumerOptions = {},
): Promise<Consumer> {
  const operations = Object.values(contract.receives)
  refuseMissingHandlers(contract, handlers)
  for (const message of operations.flatMap(({ messages }) => Object.values(messages)))
    refuseOtherThanJson(message)
  if (options.declare !== false) await connection.declare(contract.topology)
  const consumer = new ConsumerSubscriptions(connection, handlers as AnyHandlers, options)
  const results = await Promise.allSettled(operations.map((operation) => consumer.subscribe(operation)))
  const failed = results.find((result) => result.status === 'rejected')
  if (failed === undefined) return consumer
  await consumer.close()
  throw failed.reason
}

/**
 * For users of TypeScript the compiler finds a missing handler, unless every object inherits something of its name: a
 * message called `constructor` would else be given to that, and acknowledged.
 */
function refuseMissingHandlers(contract: ApplicationContract, handlers: object): void {
  const names = new Set(Object.values(contract.receives).flatMap(({ messages }) => Object.keys(messages)))
  const missing = [...names].filter((name) => !isHandler((handlers as AnyHandlers)[name], name))
  if (missing.length === 0) return
  throw new UsageError(
    'handler-missing',
    `The consumer of ${contract.application} has no handler for ${missing.join(', ')}. ` +
      'Give one function for each message that the application receives.',
  )
}

function isHandler(handler: unknown, name: string): boolean {
  const isInherited = handler === Reflect.get(Object.prototype, name)
  return typeof handler === 'function' && !isInherited
}
