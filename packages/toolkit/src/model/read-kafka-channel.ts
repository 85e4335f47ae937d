import type { KafkaChannel, Node } from './catalog.ts'
import { child, entries } from './node.ts'
import type { ProblemList } from './problem-list.ts'
import { COUNT, readField, STRING, wrongField } from './read-field.ts'

/** Reads a Kafka channel binding (AsyncAPI bindings, kafka 0.5.0); without one the topic has the channel's address for a name. */
export function readKafkaChannel(
  problems: ProblemList,
  binding: Node | undefined,
  address: string,
): KafkaChannel {
  return {
    topic: readField(problems, binding, 'topic', STRING, address),
    partitions: readField(problems, binding, 'partitions', COUNT, 1),
    replicas: readField(problems, binding, 'replicas', COUNT, 1),
    configuration: readConfiguration(
      problems,
      binding === undefined ? undefined : child(binding, 'topicConfiguration'),
    ),
  }
}

function readConfiguration(problems: ProblemList, node: Node | undefined): Readonly<Record<string, string>> {
  const found: [string, string][] = []
  for (const [key, member] of entries(node)) {
    const values: readonly unknown[] = Array.isArray(member.value) ? member.value : [member.value]
    if (values.every((value) => ['string', 'number', 'boolean'].includes(typeof value)))
      found.push([key, values.join(',')])
    else wrongField(problems, member, 'a string, a number, true, false or a list of these', 'not-asyncapi')
  }
  return Object.fromEntries(found)
}
