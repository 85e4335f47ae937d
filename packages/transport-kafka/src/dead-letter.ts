import type { KafkaMessage, Message } from 'kafkajs'

export interface RecordPlace {
  readonly topic: string
  readonly partition: number
  readonly groupId: string
}

/**
 * A record as it goes to the dead-letter topic: key, value and headers as they were, and headers that say where it comes
 * from and who refused it.
 */
export function deadLetter({ key, value, headers, offset }: KafkaMessage, place: RecordPlace): Message {
  return {
    key,
    value,
    headers: {
      ...headers,
      'x-dead-letter-topic': place.topic,
      'x-dead-letter-partition': String(place.partition),
      'x-dead-letter-offset': offset,
      'x-dead-letter-group': place.groupId,
      'x-dead-letter-reason': 'rejected',
    },
  }
}
