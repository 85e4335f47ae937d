import { quote } from '../../lint/quote.ts'
import { queuePairs } from '../amqp-pairs.ts'
import type { Way } from '../change.ts'
import { type ArgumentChange, changedArguments } from '../changed-arguments.ts'
import type { ContractRule } from '../contract-rule.ts'
import { queueDeclarers } from '../declarers.ts'
import { nearestTo } from '../nearest-to.ts'
import { channelThing } from '../things.ts'
import { replaceQueue, setByPolicy } from '../ways.ts'

/** What RabbitMQ 4.3 compares when a queue is declared again: changed, added or left away, it refuses. */
const COMPARED: ReadonlySet<string> = new Set([
  'x-dead-letter-exchange',
  'x-dead-letter-routing-key',
  'x-dead-letter-strategy',
  'x-delayed-retry-type',
  'x-delivery-limit',
  'x-expires',
  'x-initial-cluster-size',
  'x-max-age',
  'x-max-in-memory-length',
  'x-max-length',
  'x-max-length-bytes',
  'x-max-priority',
  'x-message-ttl',
  'x-overflow',
  'x-queue-leader-locator',
  'x-queue-mode',
  'x-queue-type',
  'x-quorum-initial-group-size',
  'x-single-active-consumer',
  'x-stream-filter-size-bytes',
  'x-stream-max-segment-size-bytes',
])

/** What a policy can set on a queue that exists and does not have the argument. */
const BY_POLICY: ReadonlySet<string> = new Set([
  'x-dead-letter-exchange',
  'x-dead-letter-routing-key',
  'x-dead-letter-strategy',
  'x-delivery-limit',
  'x-expires',
  'x-max-age',
  'x-max-length',
  'x-max-length-bytes',
  'x-message-ttl',
  'x-overflow',
])

export const queueArgumentsChanged: ContractRule = {
  id: 'queue-arguments-changed',
  verdict: 'breaking',
  summary:
    'A queue is declared with other arguments than before: its type, limits, time to live or dead letters.',
  why: 'RabbitMQ refuses to declare a queue again with other arguments (406 PRECONDITION_FAILED) and closes the channel, so no application that declares it starts.',
  mirror: { rule: 'queue-arguments-changed' },
  *check(context) {
    for (const pair of queuePairs(context)) {
      const { base, head, channels } = pair
      const changes = changedArguments(base.arguments, head.arguments, { 'x-queue-type': 'classic' })
      for (const change of changes) {
        const channel = channels[0].head
        const path = ['bindings', 'amqp', 'queue', 'x-arguments', change.name]
        yield {
          thing: channelThing(channel),
          at: nearestTo(context.head, channel.node, ...path),
          tree: 'head',
          key: change.name,
          message: `The argument ${change.text} at queue ${quote(head.name)}.`,
          hit: [queueDeclarers(context, pair)],
          ...(COMPARED.has(change.name) ? {} : IGNORED),
          ways: waysFor(change, head.name),
        }
      }
    }
  },
}

/** What the broker does not compare. */
const IGNORED = {
  verdict: 'risky',
  why: 'RabbitMQ does not compare this argument: a queue that exists keeps its old value, and one that is declared afresh has the new one.',
} as const

function waysFor({ name, base, head }: ArgumentChange, queue: string): readonly Way[] {
  const keep = base === undefined ? `Leave ${name} away.` : `Keep ${name} ${JSON.stringify(base)}.`
  const isNew = base === undefined && BY_POLICY.has(name)
  return [
    { text: keep },
    ...(isNew ? [setByPolicy('queues', queue, { [name.slice('x-'.length)]: head })] : []),
    replaceQueue(queue),
  ]
}
