import { LONGEST_TIMER } from './backoff.ts'
import type { Connection } from './connection.ts'
import type { DeliveryPolicy, Protocol, ReceiveOperation } from './contract.ts'
import { type DeliveryFailure, failureText } from './delivery-failure.ts'
import { type Handling, handleMessage } from './handle-message.ts'
import type { AnyHandlers } from './received-event.ts'
import { thrownText } from './thrown-text.ts'
import type { TransportSubscription } from './transport.ts'

export interface ConsumerOptions {
  /** Hears of every message that was not handled; prints to stderr if left out. */
  readonly onFailure?: (failure: DeliveryFailure) => void
  /**
   * Hears of a subscription that ended by itself: its queue or topic was deleted, or its broker went away, which on RabbitMQ
   * ends it at once and on Kafka does not. Nothing is consumed after that until a consumer is started again, or the
   * program. Prints to stderr if left out.
   */
  readonly onLost?: (error: Error, operation: string) => void
  /** Replaces parts of every operation's delivery policy. */
  readonly delivery?: Partial<DeliveryPolicy>
  /** How long closing waits for handlers in flight, milliseconds; 30 000 if left out. */
  readonly closeTimeout?: number
  /** Whether the contract's topology is declared first; true if left out. */
  readonly declare?: boolean
}

/** The running consumer of an application: its subscriptions, which begin and end together. */
export class ConsumerSubscriptions {
  readonly #connection: Connection
  readonly #handlers: AnyHandlers
  readonly #options: ConsumerOptions
  readonly #closingController: AbortController = new AbortController()
  readonly #abandonedController: AbortController = new AbortController()
  readonly #subscriptions: TransportSubscription[] = []
  #closing: Promise<void> | undefined

  constructor(connection: Connection, handlers: AnyHandlers, options: ConsumerOptions) {
    this.#connection = connection
    this.#handlers = handlers
    this.#options = options
    connection.attach(this)
  }

  async subscribe(operation: ReceiveOperation): Promise<void> {
    const { transport } = this.#connection
    const handling = this.#handlingOf(operation, transport.protocols)
    const onLost = guarded('onLost', this.#options.onLost, printLoss)
    const subscription = {
      source: operation.sources,
      prefetch: handling.policy.prefetch,
      onLost: (error: Error): void => onLost(error, operation.name),
    }
    this.#subscriptions.push(
      await transport.subscribe(subscription, (incoming) => handleMessage(incoming, handling)),
    )
  }

  /**
   * Takes no more messages, gives up waits between attempts, waits for handlers in flight as long as `closeTimeout`
   * says, and leaves what is not done with to the broker. Calling it again does nothing.
   */
  close(): Promise<void> {
    this.#closing ??= this.#close()
    return this.#closing
  }

  async #close(): Promise<void> {
    this.#closingController.abort()
    const { closeTimeout = 30_000 } = this.#options
    const patience = Math.min(closeTimeout, LONGEST_TIMER)
    const timer = setTimeout(() => this.#abandonedController.abort(), patience)
    try {
      await Promise.all(this.#subscriptions.map((subscription) => subscription.close()))
    } finally {
      clearTimeout(timer)
      this.#connection.detach(this)
    }
  }

  #handlingOf(operation: ReceiveOperation, protocols: readonly Protocol[]): Handling {
    return {
      operation,
      handlers: this.#handlers,
      policy: { ...operation.delivery, ...this.#options.delivery },
      hasDeadLetters: hasDeadLetters(operation, protocols),
      onFailure: guarded('onFailure', this.#options.onFailure, printFailure),
      closing: this.#closingController.signal,
      abandoned: this.#abandonedController.signal,
    }
  }
}

/** Of several protocols the transport reads from the first one, {@link Transport.subscribe}. */
function hasDeadLetters({ sources }: ReceiveOperation, protocols: readonly Protocol[]): boolean {
  const protocol = protocols.find((name) => sources[name] !== undefined)
  if (protocol === 'amqp') return sources.amqp?.deadLetters === true
  return protocol === 'kafka' && sources.kafka?.deadLetterTopic !== undefined
}

/** A listener that throws must not settle a message, nor end the process from inside a driver. */
function guarded<T extends readonly unknown[]>(
  name: string,
  listener: ((...report: T) => void) | undefined,
  print: (...report: T) => void,
): (...report: T) => void {
  if (listener === undefined) return print
  return (...report) => {
    try {
      listener(...report)
    } catch (error) {
      console.error(`${name} threw: ${thrownText(error)}`)
      print(...report)
    }
  }
}

function printFailure(failure: DeliveryFailure): void {
  console.error(failureText(failure))
}

function printLoss(error: Error, operation: string): void {
  console.error(`${operation}: the subscription ended. ${error.message}`)
}
