export { compareText } from './by-name.ts'
export type {
  AmqpBinding,
  AmqpChannel,
  AmqpExchange,
  AmqpQueue,
  AttributePlace,
  BrokerArguments,
  Catalog,
  Channel,
  ChannelParameter,
  ContractDocument,
  ContractFile,
  Delivery,
  Deprecation,
  Envelope,
  EventKind,
  Json,
  JsonObject,
  KafkaChannel,
  Message,
  MessageExample,
  Node,
  Operation,
  Place,
  Reply,
  SecurityScheme,
  Server,
  Service,
  Subject,
  SubjectVersion,
  System,
} from './catalog.ts'
export { CONFIG_FILE, CONFIG_KEYS, DEFAULT_CONFIG, type Config, type ConfigKey } from './config.ts'
export { ContractError, type ContractErrorCode, type ContractProblem } from './contract-error.ts'
export type { Finding, Severity } from './finding.ts'
export { BUNDLE_MARK } from './discover-documents.ts'
export { followRef } from './follow-ref.ts'
export { loadCatalog, type LoadOptions } from './load-catalog.ts'
export { loadConfig } from './load-config.ts'
export { child, entries, items, nodeId } from './node.ts'
export { joinPointer, pointerTokens } from './pointer.ts'
export { compareSemver, parseSemver, type Semver } from './semver.ts'
export { isJsonSchemaFormat } from './schema-format.ts'
export { slug } from './slug.ts'
export type { ContractSource, ReadFailure } from './sources/contract-source.ts'
export { folderSource } from './sources/folder-source.ts'
export { memorySource } from './sources/memory-source.ts'
export { prepareSource, type SourceSpec, withSource } from './sources/open-source.ts'
export { parseSource } from './sources/parse-source.ts'
