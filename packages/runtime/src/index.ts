export { connect, type ConnectOptions } from './connect.ts'
export type { Connection } from './connection.ts'
export type { ConsumerOptions } from './consumer.ts'
export type {
  AmqpSource,
  AmqpTarget,
  ApplicationContract,
  AttributePlace,
  BindingDeclaration,
  BrokerArguments,
  DeliveryPolicy,
  EnvelopeMapping,
  ExchangeDeclaration,
  ExchangeType,
  KafkaSource,
  KafkaTarget,
  Protocol,
  QueueDeclaration,
  ReceivedMessage,
  ReceiveOperation,
  SentMessage,
  TopicDeclaration,
  Topology,
  ValidationFailure,
  Validator,
} from './contract.ts'
export { ContractViolation } from './contract-violation.ts'
export {
  createPublisher,
  type PublishAttributes,
  type Published,
  type PublisherOptions,
} from './create-publisher.ts'
export type { DeliveryFailure, FailureAction } from './delivery-failure.ts'
export type { Attributes, AttributeValue } from './envelope.ts'
export { TransportError, type TransportErrorCode } from './errors.ts'
export type { Formatted } from './formatted.ts'
export { InvalidMessageError, type InvalidMessageCode } from './invalid-message-error.ts'
export type { PointerInto } from './pointer-into.ts'
export type { Handler, ReceivedEvent } from './received-event.ts'
export { startConsumer, type Consumer } from './start-consumer.ts'
export type {
  Deliver,
  IncomingMessage,
  OpenTransport,
  OutgoingMessage,
  Settlement,
  Subscription,
  Transport,
  TransportOptions,
  TransportSubscription,
} from './transport.ts'
export { UsageError, type UsageErrorCode } from './usage-error.ts'
