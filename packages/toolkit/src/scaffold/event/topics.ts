import { resolvedChild } from '../../lint/schemas/resolved-child.ts'
import type { Channel, JsonObject, Operation, System } from '../../model/catalog.ts'
import { isObject } from '../../model/json.ts'
import { mostFrequent } from '../most-frequent.ts'
import type { NewEvent } from './new-event.ts'

const EVENT_TOPIC = {
  partitions: 3,
  replicas: 3,
  topicConfiguration: { 'cleanup.policy': ['delete'], 'retention.ms': 604_800_000 },
  bindingVersion: '0.5.0',
}

/** Dead letters wait a month for somebody to look at them. */
const DEAD_LETTER_TOPIC = {
  ...EVENT_TOPIC,
  partitions: 1,
  topicConfiguration: { 'cleanup.policy': ['delete'], 'retention.ms': 2_592_000_000 },
}

/**
 * Kafka channel binding of a new topic, as most topics of its kind in the system have it. Undefined where the system's
 * channels say nothing about their topics.
 */
export function topicBinding(
  { catalog, system }: NewEvent,
  topic: string,
  kind: 'event' | 'dead-letter',
): JsonObject | undefined {
  const deadLetters = new Set(receiveOperations(system).map(({ delivery }) => delivery.deadLetterTopic))
  const ofKind = system.channels.filter(
    ({ kafka }) => kafka !== undefined && deadLetters.has(kafka.topic) === (kind === 'dead-letter'),
  )
  const stated = ofKind.flatMap((channel) => {
    const value = resolvedChild(catalog, channel.node, 'bindings', 'kafka')?.value
    return isObject(value) && !isCompacted(channel) ? [value] : []
  })
  if (ofKind.length > 0 && stated.length === 0) return undefined
  const own = kind === 'event' ? EVENT_TOPIC : DEAD_LETTER_TOPIC
  return mostFrequent(stated.map((value) => ({ ...value, topic }))) ?? { topic, ...own }
}

export function receiveOperations(system: System): readonly Operation[] {
  return system.services
    .flatMap(({ operations }) => operations)
    .filter((operation) => operation.action === 'receive')
}

/** What stands after the name of a topic or queue in that of its dead letters: `.dlq`. */
export function deadLetterSuffix(system: System): string {
  const suffixes = receiveOperations(system).flatMap(({ channel, delivery }) => {
    const source = channel.address ?? channel.name
    const target = delivery.deadLetterTopic
    return target?.startsWith(source) === true && target !== source ? [target.slice(source.length)] : []
  })
  return mostFrequent(suffixes) ?? '.dlq'
}

function isCompacted({ kafka }: Channel): boolean {
  return kafka?.configuration['cleanup.policy']?.includes('compact') === true
}
