import type {
  AmqpSource,
  Deliver,
  KafkaSource,
  Subscription,
  TransportSubscription,
} from '@concordat/runtime'

import type { Broker } from './broker.ts'
import { noSource, notFound } from './errors.ts'
import type { Topic } from './topic.ts'

/**
 * Reads from the queue where the source has one, else from the topic; never from both, because a publisher with both
 * targets publishes to both.
 * @throws TransportError `not-found`, `unsupported`
 */
export function openSubscription(
  broker: Broker,
  subscription: Subscription,
  deliver: Deliver,
): TransportSubscription {
  const { amqp, kafka } = subscription.source
  if (amqp !== undefined) return fromQueue(broker, amqp, subscription.prefetch, deliver)
  if (kafka !== undefined) return fromTopic(broker, kafka, subscription.prefetch, deliver)
  throw noSource()
}

function fromQueue(
  broker: Broker,
  source: AmqpSource,
  prefetch: number,
  deliver: Deliver,
): TransportSubscription {
  const queue = broker.queues.get(source.queue)
  if (queue === undefined) throw notFound('queue', source.queue)
  return queue.consume(prefetch, deliver)
}

function fromTopic(
  broker: Broker,
  source: KafkaSource,
  prefetch: number,
  deliver: Deliver,
): TransportSubscription {
  const { deadLetterTopic } = source
  const deadLetters = deadLetterTopic === undefined ? undefined : findTopic(broker, deadLetterTopic)
  return findTopic(broker, source.topic).consume(source, prefetch, deliver, deadLetters)
}

function findTopic(broker: Broker, name: string): Topic {
  const topic = broker.topics.get(name)
  if (topic === undefined) throw notFound('topic', name)
  return topic
}
