import { resolvedChild } from '../../lint/schemas/resolved-child.ts'
import type { ContractDocument, JsonObject, Operation } from '../../model/catalog.ts'
import { isObject } from '../../model/json.ts'
import { addOperation } from './channels.ts'
import { nameOf } from '../find-document.ts'
import { mostFrequent } from '../most-frequent.ts'
import type { NewEvent } from './new-event.ts'
import { receiveOperations } from './topics.ts'

export interface Receiving {
  /** Names for the operation, the best first. */
  readonly names: readonly string[]
  /** Reference to the channel within the receiver's document. */
  readonly channel: JsonObject
  /** Kafka only. */
  readonly groupId?: string
  readonly deadLetterTopic?: string
}

/** Adds a receive operation with the delivery policy that the receiver, or else most of the system, has. */
export function addReceiveOperation(event: NewEvent, receiver: ContractDocument, receiving: Receiving): void {
  const { names, channel, groupId, deadLetterTopic } = receiving
  const delivery = {
    ...usualDelivery(event, receiver),
    ...(deadLetterTopic === undefined ? {} : { deadLetterTopic }),
  }
  const group = groupId === undefined ? undefined : { type: 'string', enum: [groupId] }
  addOperation(event, receiver, names, {
    action: 'receive',
    channel,
    summary: `Handles ${event.name}.`,
    ...(Object.keys(delivery).length === 0 ? {} : { 'x-delivery': delivery }),
    ...(group === undefined ? {} : { bindings: { kafka: { groupId: group, bindingVersion: '0.5.0' } } }),
  })
}

function usualDelivery({ catalog, system }: NewEvent, receiver: ContractDocument): JsonObject {
  const stated = (operations: readonly Operation[]): readonly JsonObject[] =>
    operations.flatMap(({ node }) => {
      const value = resolvedChild(catalog, node, 'x-delivery')?.value
      return isObject(value) ? [withoutTopic(value)] : []
    })
  const all = receiveOperations(system)
  const own = all.filter(({ service }) => service === nameOf(receiver))
  return mostFrequent(stated(own)) ?? mostFrequent(stated(all)) ?? {}
}

/** The topic is another one for each channel. */
function withoutTopic(delivery: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(delivery).filter(([key]) => key !== 'deadLetterTopic'))
}
