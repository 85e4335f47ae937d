import { quote } from '../../lint/quote.ts'
import type { ContractRule } from '../contract-rule.ts'
import { channelConsumers } from '../hits.ts'
import { channelThing } from '../things.ts'
import { limitOf, settingChanges } from '../topic-settings.ts'

/** Kafka's defaults; -1 is no limit. */
const SETTINGS = [
  ['retention.ms', '604800000'],
  ['retention.bytes', '-1'],
  ['delete.retention.ms', '86400000'],
] as const

export const kafkaRetentionShortened: ContractRule = {
  id: 'kafka-retention-shortened',
  verdict: 'risky',
  summary: 'A Kafka topic keeps its records, or its tombstones, for less time or in less space than before.',
  why: 'A consumer that was away for longer than that misses what was deleted meanwhile, and is not told.',
  mirror: { none: 'A topic that keeps its records for longer takes nothing away from anybody.' },
  *check(context) {
    for (const [name, standard] of SETTINGS) {
      for (const change of settingChanges(context, ['topicConfiguration', name], standard)) {
        if (limitOf(change.head) >= limitOf(change.base)) continue
        yield {
          thing: channelThing(change.channel.head),
          at: change.at,
          tree: 'head',
          key: name,
          message: `The ${name} of topic ${quote(change.topic)} ${change.now} and ${change.before}.`,
          hit: [channelConsumers(context, change.channel)],
          ways: [
            { text: `Keep ${change.base}.` },
            { text: 'Make sure that every consumer catches up within the new limit, and watch its lag.' },
          ],
        }
      }
    }
  },
}
