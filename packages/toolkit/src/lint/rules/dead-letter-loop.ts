import type { AmqpQueue, System } from '../../model/catalog.ts'
import { deadLetterKeys } from '../flow/amqp-flow.ts'
import { deadLetterTarget, queueChannels, queuesByName } from '../flow/queues.ts'
import { queuesWithinReach } from '../flow/reach.ts'
import { quote } from '../quote.ts'
import type { Rule, Violation } from '../rule.ts'

export const deadLetterLoop: Rule = {
  id: 'dead-letter-loop',
  severity: 'error',
  summary: 'Dead letters of a queue come back to it, and no queue on the way holds them for a time.',
  why: 'A message that its consumer rejects goes round without a pause, and takes the whole broker and consumer with it.',
  *check({ catalog }) {
    for (const system of catalog.systems) yield* loops(system)
  },
}

function* loops(system: System): Iterable<Violation> {
  const next = undelayedSteps(system)
  const reported = new Set<string>()
  for (const { channel, queue } of queueChannels(system)) {
    const way = wayBack(next, queue.name)
    if (way === undefined || way.some((name) => reported.has(name))) continue
    for (const name of way) reported.add(name)
    yield {
      at: channel.node,
      message: `Dead letters of queue ${quote(queue.name)} come back to it at once: ${[...way, queue.name].map(quote).join(' -> ')}`,
      fix: 'Let them pass a queue with "x-message-ttl", or send them to a queue that nobody dead-letters from.',
    }
  }
}

/** Queues that a queue's dead letters get to, of those that hold nothing back. */
function undelayedSteps(system: System): ReadonlyMap<string, readonly string[]> {
  const queues = [...queuesByName(system).values()].filter((queue) => !('x-message-ttl' in queue.arguments))
  return new Map(queues.map((queue) => [queue.name, deadLetterQueues(system, queue)]))
}

function deadLetterQueues(system: System, queue: AmqpQueue): readonly string[] {
  const target = deadLetterTarget(queue)
  if (target === undefined) return []
  return deadLetterKeys(system, queue).flatMap((key) => queuesWithinReach(system, target.exchange, key))
}

/** The shortest way from a queue to itself. */
function wayBack(next: ReadonlyMap<string, readonly string[]>, start: string): readonly string[] | undefined {
  const seen = new Set<string>()
  const ways: (readonly string[])[] = [[start]]
  for (const way of ways) {
    for (const name of next.get(way.at(-1) ?? start) ?? []) {
      if (name === start) return way
      if (seen.has(name)) continue
      seen.add(name)
      ways.push([...way, name])
    }
  }
  return undefined
}
