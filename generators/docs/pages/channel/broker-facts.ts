import {
  type BrokerArguments,
  type Catalog,
  type Channel,
  child,
  followRef,
  type Json,
  type JsonObject,
} from '@concordat/toolkit/model'
import { h } from 'preact'
import { bindingFacts } from '../../parts/binding-facts.ts'
import type { Fact } from '../../parts/facts.ts'
import { topicWords } from '../../parts/topic-words.ts'

/** What stands on the broker for a channel. */
export function brokerFacts(catalog: Catalog, channel: Channel): readonly Fact[] {
  const stated = child(channel.node, 'bindings')
  const bindings = stated && followRef(catalog, stated)
  return [
    ...amqpFacts(channel),
    ...kafkaFacts(catalog, channel),
    ...bindingFacts(isObject(bindings?.value) ? bindings.value : {}, ['amqp', 'kafka']),
  ]
}

function amqpFacts({ amqp, address, name }: Channel): readonly Fact[] {
  if (amqp === undefined) return []
  const stands = amqp.is === 'queue' ? amqp.queue : amqp.exchange
  return [
    [amqp.is === 'queue' ? 'Queue' : 'Exchange', h('code', null, stands.name || '(default exchange)')],
    ['Routing key', amqp.is === 'queue' ? undefined : h('code', null, address ?? name)],
    ['Lasts', stands.durable ? 'through a restart of the broker (durable)' : 'until the broker restarts'],
    ['Virtual host', stands.vhost === '/' ? undefined : h('code', null, stands.vhost)],
    ...argumentFacts(stands.arguments),
  ]
}

function argumentFacts(settings: BrokerArguments): readonly Fact[] {
  return Object.entries(settings).map(([name, value]) => [
    h('code', null, name),
    h('code', null, String(value)),
  ])
}

function kafkaFacts(catalog: Catalog, channel: Channel): readonly Fact[] {
  const { kafka } = channel
  if (kafka === undefined) return []
  const { partitions, replicas, kept } = topicWords(catalog, channel)
  return [
    ['Topic', h('code', null, kafka.topic)],
    ['Partitions', partitions],
    ['Replicas', replicas],
    ['Records kept', kept],
    ...argumentFacts(kafka.configuration),
  ]
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
