import { type Catalog, type Channel, child, followRef, type Node } from '@concordat/toolkit/model'
import { duration } from '../pictures/delivery-text.ts'

/** What a contract says of a topic, in words. */
export interface TopicWords {
  readonly partitions: string
  readonly replicas: string
  /** How long records stay, by the topic's own settings. */
  readonly kept: string
}

const NOT_STATED = 'not stated'

/** A number that the contract does not state is for the broker to choose, whatever the specification has as its default. */
export function topicWords(catalog: Catalog, { kafka, node }: Channel): TopicWords {
  if (kafka === undefined) return { partitions: NOT_STATED, replicas: NOT_STATED, kept: NOT_STATED }
  const binding = member(catalog, member(catalog, node, 'bindings'), 'kafka')
  const number = (name: 'partitions' | 'replicas'): string =>
    member(catalog, binding, name) === undefined ? NOT_STATED : String(kafka[name])
  return { partitions: number('partitions'), replicas: number('replicas'), kept: kept(kafka.configuration) }
}

function member(catalog: Catalog, node: Node | undefined, name: string): Node | undefined {
  const found = node === undefined ? undefined : child(node, name)
  return found && followRef(catalog, found)
}

/** `delete` drops old records, `compact` all but the last of each key; they may stand together. */
function kept(configuration: Readonly<Record<string, string>>): string {
  const policy = configuration['cleanup.policy']
  const milliseconds = Number(configuration['retention.ms'])
  const time = configuration['retention.ms'] === undefined ? undefined : keptTime(milliseconds)
  if (policy === undefined) return time ?? 'as the broker is set'
  const policies = policy.split(',').map((each) => each.trim())
  const parts = [
    ...(policies.includes('compact') ? ['the last of each key'] : []),
    ...(policies.includes('delete') ? [time ?? 'as long as the broker is set to'] : []),
  ]
  return parts.length === 0 ? policy : parts.join(', ')
}

function keptTime(milliseconds: number): string {
  if (milliseconds === -1) return 'for ever'
  return Number.isFinite(milliseconds) ? `for ${duration(milliseconds)}` : 'as the contract sets it'
}
