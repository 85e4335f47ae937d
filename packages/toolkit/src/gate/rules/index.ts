import type { ContractRule } from '../contract-rule.ts'
import { bindingAdded } from './binding-added.ts'
import { bindingRemoved } from './binding-removed.ts'
import { channelKindChanged } from './channel-kind-changed.ts'
import { exchangeArgumentsChanged } from './exchange-arguments-changed.ts'
import { exchangeDurabilityChanged } from './exchange-durability-changed.ts'
import { exchangeRenamed } from './exchange-renamed.ts'
import { exchangeTypeChanged } from './exchange-type-changed.ts'
import { kafkaCleanupPolicyChanged } from './kafka-cleanup-policy-changed.ts'
import { kafkaMaxMessageBytesLowered } from './kafka-max-message-bytes-lowered.ts'
import { kafkaMinInsyncReplicasLowered } from './kafka-min-insync-replicas-lowered.ts'
import { kafkaMinInsyncReplicasRaised } from './kafka-min-insync-replicas-raised.ts'
import { kafkaPartitionsDecreased } from './kafka-partitions-decreased.ts'
import { kafkaPartitionsIncreased } from './kafka-partitions-increased.ts'
import { kafkaReplicasChanged } from './kafka-replicas-changed.ts'
import { kafkaRetentionShortened } from './kafka-retention-shortened.ts'
import { kafkaTimestampTypeChanged } from './kafka-timestamp-type-changed.ts'
import { kafkaTopicRenamed } from './kafka-topic-renamed.ts'
import { queueArgumentsChanged } from './queue-arguments-changed.ts'
import { queueDurabilityChanged } from './queue-durability-changed.ts'
import { queueExclusivityChanged } from './queue-exclusivity-changed.ts'
import { queueRenamed } from './queue-renamed.ts'
import { routingKeyChanged } from './routing-key-changed.ts'
import { vhostChanged } from './vhost-changed.ts'

/** Every contract rule, in the order of the ids. A rule that is not listed here does not run. */
export const contractRules: readonly ContractRule[] = [
  bindingAdded,
  bindingRemoved,
  channelKindChanged,
  exchangeArgumentsChanged,
  exchangeDurabilityChanged,
  exchangeRenamed,
  exchangeTypeChanged,
  kafkaCleanupPolicyChanged,
  kafkaMaxMessageBytesLowered,
  kafkaMinInsyncReplicasLowered,
  kafkaMinInsyncReplicasRaised,
  kafkaPartitionsDecreased,
  kafkaPartitionsIncreased,
  kafkaReplicasChanged,
  kafkaRetentionShortened,
  kafkaTimestampTypeChanged,
  kafkaTopicRenamed,
  queueArgumentsChanged,
  queueDurabilityChanged,
  queueExclusivityChanged,
  queueRenamed,
  routingKeyChanged,
  vhostChanged,
]
