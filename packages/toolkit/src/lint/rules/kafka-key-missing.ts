import type { Catalog, KafkaChannel, Message } from '../../model/catalog.ts'
import { sendings } from '../flow/operations.ts'
import { quote } from '../quote.ts'
import { resolvedChild } from '../schemas/resolved-child.ts'
import type { Rule } from '../rule.ts'

export const kafkaKeyMissing: Rule = {
  id: 'kafka-key-missing',
  severity: 'error',
  summary: 'A message without a key is sent to a compacted Kafka topic.',
  why: 'A compacted topic keeps the last message of each key, and the broker refuses a message that has none.',
  *check({ catalog }) {
    for (const system of catalog.systems) {
      for (const { service, channel, message } of sendings(system)) {
        const { kafka } = channel
        if (kafka === undefined || !isCompacted(kafka) || hasKey(catalog, message)) continue
        yield {
          at: message.node,
          message: `${quote(service.name)} sends ${quote(message.name)} without a key to the compacted topic ${quote(kafka.topic)}`,
          fix: 'State the key with "x-key", a JSON Pointer into the data such as "/order_id".',
        }
      }
    }
  },
}

/** Whether the topic keeps the last message of each key (`cleanup.policy`). */
export function isCompacted(kafka: KafkaChannel): boolean {
  return (kafka.configuration['cleanup.policy'] ?? '').split(',').includes('compact')
}

function hasKey(catalog: Catalog, { key, node }: Message): boolean {
  return key !== undefined || resolvedChild(catalog, node, 'bindings', 'kafka', 'key') !== undefined
}
