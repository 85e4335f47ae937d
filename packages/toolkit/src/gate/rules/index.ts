import type { ContractRule } from '../contract-rule.ts'
import { acknowledgementTurnedOff } from './acknowledgement-turned-off.ts'
import { amqpMessageTypeChanged } from './amqp-message-type-changed.ts'
import { applicationRemoved } from './application-removed.ts'
import { bindingAdded } from './binding-added.ts'
import { bindingRemoved } from './binding-removed.ts'
import { ccRemoved } from './cc-removed.ts'
import { channelAddressChanged } from './channel-address-changed.ts'
import { channelKindChanged } from './channel-kind-changed.ts'
import { channelParameterNarrowed } from './channel-parameter-narrowed.ts'
import { channelParameterWidened } from './channel-parameter-widened.ts'
import { channelProtocolRemoved } from './channel-protocol-removed.ts'
import { channelRemoved } from './channel-removed.ts'
import { channelServerRemoved } from './channel-server-removed.ts'
import { contentEncodingChanged } from './content-encoding-changed.ts'
import { contentTypeChanged } from './content-type-changed.ts'
import { correlationIdMoved } from './correlation-id-moved.ts'
import { correlationIdRemoved } from './correlation-id-removed.ts'
import { deadLetterTopicChanged } from './dead-letter-topic-changed.ts'
import { deliveryModeTransient } from './delivery-mode-transient.ts'
import { deliveryPolicyChanged } from './delivery-policy-changed.ts'
import { deprecatedWithoutSuccessor } from './deprecated-without-successor.ts'
import { envelopeAttributeMoved } from './envelope-attribute-moved.ts'
import { envelopeAttributeRemoved } from './envelope-attribute-removed.ts'
import { envelopeModeChanged } from './envelope-mode-changed.ts'
import { eventSourceChanged } from './event-source-changed.ts'
import { exchangeArgumentsChanged } from './exchange-arguments-changed.ts'
import { exchangeDurabilityChanged } from './exchange-durability-changed.ts'
import { exchangeRenamed } from './exchange-renamed.ts'
import { exchangeTypeChanged } from './exchange-type-changed.ts'
import { expirationShortened } from './expiration-shortened.ts'
import { foreignBindingChanged } from './foreign-binding-changed.ts'
import { kafkaCleanupPolicyChanged } from './kafka-cleanup-policy-changed.ts'
import { kafkaGroupChanged } from './kafka-group-changed.ts'
import { kafkaKeyMoved } from './kafka-key-moved.ts'
import { kafkaKeySchemaChanged } from './kafka-key-schema-changed.ts'
import { kafkaMaxMessageBytesLowered } from './kafka-max-message-bytes-lowered.ts'
import { kafkaMinInsyncReplicasLowered } from './kafka-min-insync-replicas-lowered.ts'
import { kafkaMinInsyncReplicasRaised } from './kafka-min-insync-replicas-raised.ts'
import { kafkaPartitionsDecreased } from './kafka-partitions-decreased.ts'
import { kafkaPartitionsIncreased } from './kafka-partitions-increased.ts'
import { kafkaReplicasChanged } from './kafka-replicas-changed.ts'
import { kafkaRetentionShortened } from './kafka-retention-shortened.ts'
import { kafkaSchemaIdMoved } from './kafka-schema-id-moved.ts'
import { kafkaStartChanged } from './kafka-start-changed.ts'
import { kafkaTimestampTypeChanged } from './kafka-timestamp-type-changed.ts'
import { kafkaTopicRenamed } from './kafka-topic-renamed.ts'
import { mandatoryTurnedOff } from './mandatory-turned-off.ts'
import { messageAdded } from './message-added.ts'
import { messageRemoved } from './message-removed.ts'
import { messageRenamed } from './message-renamed.ts'
import { messageTypeChanged } from './message-type-changed.ts'
import { operationActionFlipped } from './operation-action-flipped.ts'
import { operationChannelChanged } from './operation-channel-changed.ts'
import { operationMessageRemoved } from './operation-message-removed.ts'
import { operationSecurityTightened } from './operation-security-tightened.ts'
import { queueArgumentsChanged } from './queue-arguments-changed.ts'
import { queueDurabilityChanged } from './queue-durability-changed.ts'
import { queueExclusivityChanged } from './queue-exclusivity-changed.ts'
import { queueRenamed } from './queue-renamed.ts'
import { receiveOperationRemoved } from './receive-operation-removed.ts'
import { removalBroughtForward } from './removal-brought-forward.ts'
import { removedBeforeDate } from './removed-before-date.ts'
import { replyMoved } from './reply-moved.ts'
import { replyRemoved } from './reply-removed.ts'
import { routingKeyChanged } from './routing-key-changed.ts'
import { sendOperationRemoved } from './send-operation-removed.ts'
import { serverHostChanged } from './server-host-changed.ts'
import { serverProtocolChanged } from './server-protocol-changed.ts'
import { serverRemoved } from './server-removed.ts'
import { serverSecurityTightened } from './server-security-tightened.ts'
import { vhostChanged } from './vhost-changed.ts'

/** Every contract rule, in the order of the ids. A rule that is not listed here does not run. */
export const contractRules: readonly ContractRule[] = [
  acknowledgementTurnedOff,
  amqpMessageTypeChanged,
  applicationRemoved,
  bindingAdded,
  bindingRemoved,
  ccRemoved,
  channelAddressChanged,
  channelKindChanged,
  channelParameterNarrowed,
  channelParameterWidened,
  channelProtocolRemoved,
  channelRemoved,
  channelServerRemoved,
  contentEncodingChanged,
  contentTypeChanged,
  correlationIdMoved,
  correlationIdRemoved,
  deadLetterTopicChanged,
  deliveryModeTransient,
  deliveryPolicyChanged,
  deprecatedWithoutSuccessor,
  envelopeAttributeMoved,
  envelopeAttributeRemoved,
  envelopeModeChanged,
  eventSourceChanged,
  exchangeArgumentsChanged,
  exchangeDurabilityChanged,
  exchangeRenamed,
  exchangeTypeChanged,
  expirationShortened,
  foreignBindingChanged,
  kafkaCleanupPolicyChanged,
  kafkaGroupChanged,
  kafkaKeyMoved,
  kafkaKeySchemaChanged,
  kafkaMaxMessageBytesLowered,
  kafkaMinInsyncReplicasLowered,
  kafkaMinInsyncReplicasRaised,
  kafkaPartitionsDecreased,
  kafkaPartitionsIncreased,
  kafkaReplicasChanged,
  kafkaRetentionShortened,
  kafkaSchemaIdMoved,
  kafkaStartChanged,
  kafkaTimestampTypeChanged,
  kafkaTopicRenamed,
  mandatoryTurnedOff,
  messageAdded,
  messageRemoved,
  messageRenamed,
  messageTypeChanged,
  operationActionFlipped,
  operationChannelChanged,
  operationMessageRemoved,
  operationSecurityTightened,
  queueArgumentsChanged,
  queueDurabilityChanged,
  queueExclusivityChanged,
  queueRenamed,
  receiveOperationRemoved,
  removalBroughtForward,
  removedBeforeDate,
  replyMoved,
  replyRemoved,
  routingKeyChanged,
  sendOperationRemoved,
  serverHostChanged,
  serverProtocolChanged,
  serverRemoved,
  serverSecurityTightened,
  vhostChanged,
]
