import { randomUUID } from 'node:crypto'

import type { Connection } from './connection.ts'
import { refuseOtherThanJson } from './content-type.ts'
import type { ApplicationContract, SentMessage } from './contract.ts'
import type { Attributes, AttributeValue } from './envelope.ts'
import { encodeMessage } from './encode-message.ts'
import { resolveTarget } from './resolve-target.ts'

/** What a publisher's method takes beside the data: attributes by their CloudEvents names, and the two members below. */
export interface PublishAttributes {
  readonly [attribute: string]: AttributeValue | Readonly<Record<string, string>> | undefined
  /** Headers that the contract declares beside the attributes. */
  readonly headers?: Readonly<Record<string, string>>
  /** Values for the `{parameters}` of the channel's address. */
  readonly parameters?: Readonly<Record<string, string>>
}

export interface Published {
  /** CloudEvents `id` of the message. */
  readonly id: string
}

export interface PublisherOptions {
  /** Makes the attribute `id`; `evt_` and a random UUID if left out. */
  readonly newId?: () => string
  /** Gives the attribute `time`; the present if left out. */
  readonly now?: () => Date
  /** Whether the first publish declares the contract's topology; true if left out. */
  readonly declare?: boolean
}

type Publish = (data: unknown, attributes?: PublishAttributes) => Promise<Published>

/**
 * Makes the publisher of an application, an object with one method for each message that its contract sends. A method
 * checks the data strictly, wraps it, publishes it and resolves when the broker has taken responsibility for it. The
 * attributes `id`, `source` and `time` can be given; `type`, `specversion`, `datacontenttype` and `dataversion` are the contract's.
 *
 * Methods reject with {@link ContractViolation} where the data breaks the contract, with {@link UsageError} where an
 * address parameter is missing and with {@link TransportError} where the broker refuses.
 *
 * @example
 * const publisher = createPublisher<OrderServicePublisher>(connection, orderServiceContract)
 * const { id } = await publisher.orderCreated({ order_id: 'ord_1', total: 1000 }, { correlationid: 'cor_1' })
 * @throws UsageError `content-type-unsupported`
 */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- generated code names its interface here
export function createPublisher<TPublisher extends object>(
  connection: Connection,
  contract: ApplicationContract,
  options: PublisherOptions = {},
): TPublisher {
  const methods = Object.entries(contract.sends).map(([name, message]): [string, Publish] => {
    refuseOtherThanJson(message)
    return [name, publishMethod(connection, contract, message, options)]
  })
  // The caller names the interface that was generated from the same contract.
  return Object.fromEntries(methods) as TPublisher
}

function publishMethod(
  connection: Connection,
  contract: ApplicationContract,
  message: SentMessage,
  options: PublisherOptions,
): Publish {
  const { newId = randomId, now = presentTime, declare = true } = options
  return async (data, { headers = {}, parameters = {}, ...given } = {}) => {
    const id = newId()
    const runtime = { id, source: contract.source, time: now().toISOString() }
    const attributes = { ...runtime, ...(definedMembers(given) as Attributes) }
    const encoded = encodeMessage(message, { data, attributes, headers: definedMembers(headers) })
    const target = resolveTarget(message, connection.transport.protocols, parameters)
    if (declare) await connection.declare(contract.topology)
    await connection.transport.publish({ ...encoded, target })
    return { id: encoded.id ?? id }
  }
}

function randomId(): string {
  return `evt_${randomUUID()}`
}

function presentTime(): Date {
  return new Date()
}

/** An attribute or a header that is given as undefined is not given. */
function definedMembers<T>(given: Readonly<Record<string, T | undefined>>): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Record<
    string,
    T
  >
}
