import type { Attributes } from './envelope.ts'

/**
 * What a handler gets.
 * @typeParam TIdentity type of `id` and `source`: `string` where the contract requires them, `string | undefined` for
 * messages that may come without
 */
export interface ReceivedEvent<
  TData = unknown,
  TAttributes = Attributes,
  THeaders = Readonly<Record<string, string>>,
  TIdentity extends string | undefined = string,
> {
  /** CloudEvents `id`; of a message without one the broker's message id. */
  readonly id: TIdentity
  /** CloudEvents `type`, as the contract has it. */
  readonly type: string
  /** CloudEvents `source`. */
  readonly source: TIdentity
  /** CloudEvents `time`, RFC 3339. */
  readonly time?: string
  readonly data: TData
  /** Every attribute that the message carries, by its CloudEvents name. */
  readonly attributes: TAttributes
  readonly headers: THeaders
  /** Message key (Kafka). */
  readonly key?: string
  /** Whether the broker says that it delivered this message before. */
  readonly redelivered: boolean
  /** Counts the calls of the handler for this delivery, from 1. */
  readonly attempt: number
}

/** Does the work for one message; the message is acknowledged when it has returned or its promise has resolved. */
export type Handler<TEvent> = (event: TEvent) => Promise<void> | void

/** Handlers by name, whatever their events. */
export type AnyHandlers = Readonly<
  Record<string, Handler<ReceivedEvent<unknown, unknown, unknown, string | undefined>>>
>
