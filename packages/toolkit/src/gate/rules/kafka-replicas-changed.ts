import { quote } from '../../lint/quote.ts'
import type { ContractRule } from '../contract-rule.ts'
import { channelDeployment } from '../hits.ts'
import { channelThing } from '../things.ts'
import { settingChanges } from '../topic-settings.ts'

export const kafkaReplicasChanged: ContractRule = {
  id: 'kafka-replicas-changed',
  verdict: 'risky',
  summary: 'A Kafka topic is to have another number of replicas.',
  why: 'Declaring a topic again does not change its replicas, so the contract and the cluster differ until the partitions are reassigned; and fewer replicas survive the loss of fewer brokers.',
  mirror: { rule: 'kafka-replicas-changed' },
  *check(context) {
    for (const { channel, topic, base, head, at } of settingChanges(context, ['replicas'])) {
      yield {
        thing: channelThing(channel.head),
        at,
        tree: 'head',
        message: `Topic ${quote(topic)} has ${head} replicas now and had ${base}.`,
        hit: [channelDeployment(context, channel)],
        ways: [
          {
            text: 'Reassign the partitions of the topic that exists when this is released.',
            command:
              'kafka-reassign-partitions.sh --bootstrap-server BROKER --reassignment-json-file FILE --execute',
          },
        ],
      }
    }
  },
}
