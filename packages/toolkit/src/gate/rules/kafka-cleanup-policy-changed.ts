import { quote } from '../../lint/quote.ts'
import type { Hit } from '../change.ts'
import type { ContractRule, ContractRuleContext } from '../contract-rule.ts'
import { channelConsumers, channelPublishers } from '../hits.ts'
import { channelThing } from '../things.ts'
import { type SettingChange, settingChanges } from '../topic-settings.ts'

export const kafkaCleanupPolicyChanged: ContractRule = {
  id: 'kafka-cleanup-policy-changed',
  verdict: 'breaking',
  summary: 'A Kafka topic is compacted, or cleared by age, and was not before.',
  why: 'A compacted topic refuses records without a key (INVALID_RECORD) and forgets all but the last value of each; one that is cleared by age forgets the values that a new consumer rebuilds its state from.',
  mirror: { rule: 'kafka-cleanup-policy-changed' },
  *check(context) {
    for (const change of settingChanges(context, ['topicConfiguration', 'cleanup.policy'], 'delete')) {
      const hit = whoLoses(context, change)
      if (hit.length === 0) continue
      const { channel, topic, before, now, at } = change
      yield {
        thing: channelThing(channel.head),
        at,
        tree: 'head',
        message: `The cleanup.policy of topic ${quote(topic)} ${now} and ${before}.`,
        hit,
        ways: [
          { text: `Keep the policy ${change.base}.` },
          {
            text: `Declare a topic with the policy ${change.head} beside this one, fill it from this one, and move the consumers that want it.`,
          },
        ],
      }
    }
  },
}

/** Nobody, where the topic only stops forgetting by age. */
function whoLoses(context: ContractRuleContext, { channel, base, head }: SettingChange): readonly Hit[] {
  const [before, now] = [new Set(base.split(',')), new Set(head.split(','))]
  const isNewly = (policy: string): boolean => now.has(policy) && !before.has(policy)
  if (!isNewly('compact') && !isNewly('delete')) return []
  const messages = channel.head.messages
  const mayLackKey = messages.length === 0 || messages.some(({ key }) => key === undefined)
  return [
    channelConsumers(context, channel),
    ...(isNewly('compact') && mayLackKey ? [channelPublishers(context, channel)] : []),
  ]
}
