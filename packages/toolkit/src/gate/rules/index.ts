import type { ContractRule } from '../contract-rule.ts'
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

/** Every contract rule, in the order of the ids. A rule that is not listed here does not run. */
export const contractRules: readonly ContractRule[] = [
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
]
