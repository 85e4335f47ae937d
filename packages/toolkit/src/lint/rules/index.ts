import type { Rule } from '../rule.ts'
import { asyncapi } from './asyncapi.ts'
import { bindingToUnknownExchange } from './binding-to-unknown-exchange.ts'
import { deadLetterLoop } from './dead-letter-loop.ts'
import { deadLetterUnroutable } from './dead-letter-unroutable.ts'
import { dropHeadWithDeadLetter } from './drop-head-with-dead-letter.ts'
import { duplicateConsumerGroup } from './duplicate-consumer-group.ts'
import { duplicateMessageName } from './duplicate-message-name.ts'
import { eventWithoutConsumer } from './event-without-consumer.ts'
import { exampleInvalid } from './example-invalid.ts'
import { exchangeDeclaredTwice } from './exchange-declared-twice.ts'
import { kafkaKeyMissing } from './kafka-key-missing.ts'
import { keyPointerDangling } from './key-pointer-dangling.ts'
import { keywordWithoutEffect } from './keyword-without-effect.ts'
import { messageWithoutId } from './message-without-id.ts'
import { nameCasing } from './name-casing.ts'
import { nameCollision } from './name-collision.ts'
import { queueDeclaredTwice } from './queue-declared-twice.ts'
import { queueMessageUndeclared } from './queue-message-undeclared.ts'
import { queueMessageUnreachable } from './queue-message-unreachable.ts'
import { queueSharedByApplications } from './queue-shared-by-applications.ts'
import { receiveWithoutDeadLetter } from './receive-without-dead-letter.ts'
import { releasedVersionChanged } from './released-version-changed.ts'
import { releasedVersionRemoved } from './released-version-removed.ts'
import { schemaAppliesItself } from './schema-applies-itself.ts'
import { schemaInvalid } from './schema-invalid.ts'
import { subscriptionWithoutPublisher } from './subscription-without-publisher.ts'
import { titleDiffersBetweenVersions } from './title-differs-between-versions.ts'
import { tooFewExamples } from './too-few-examples.ts'
import { topicDeclaredTwice } from './topic-declared-twice.ts'
import { ttlWithoutDeadLetter } from './ttl-without-dead-letter.ts'
import { typeDiffersFromSubject } from './type-differs-from-subject.ts'
import { unknownFormat } from './unknown-format.ts'
import { versionFileName } from './version-file-name.ts'
import { versionIdMismatch } from './version-id-mismatch.ts'
import { versionRefersToUnreleased } from './version-refers-to-unreleased.ts'
import { wildcardMissesEvents } from './wildcard-misses-events.ts'
import { wildcardOnDirectExchange } from './wildcard-on-direct-exchange.ts'

/** Every rule, in the order of the ids. A rule that is not listed here does not run. */
export const rules: readonly Rule[] = [
  asyncapi,
  bindingToUnknownExchange,
  deadLetterLoop,
  deadLetterUnroutable,
  dropHeadWithDeadLetter,
  duplicateConsumerGroup,
  duplicateMessageName,
  eventWithoutConsumer,
  exampleInvalid,
  exchangeDeclaredTwice,
  kafkaKeyMissing,
  keyPointerDangling,
  keywordWithoutEffect,
  messageWithoutId,
  nameCasing,
  nameCollision,
  queueDeclaredTwice,
  queueMessageUndeclared,
  queueMessageUnreachable,
  queueSharedByApplications,
  receiveWithoutDeadLetter,
  releasedVersionChanged,
  releasedVersionRemoved,
  schemaAppliesItself,
  schemaInvalid,
  subscriptionWithoutPublisher,
  titleDiffersBetweenVersions,
  tooFewExamples,
  topicDeclaredTwice,
  ttlWithoutDeadLetter,
  typeDiffersFromSubject,
  unknownFormat,
  versionFileName,
  versionIdMismatch,
  versionRefersToUnreleased,
  wildcardMissesEvents,
  wildcardOnDirectExchange,
]
