import { sendings } from '../../lint/flow/operations.ts'
import { quote } from '../../lint/quote.ts'
import type { Catalog, ContractDocument, System } from '../../model/catalog.ts'
import type { Config } from '../../model/config.ts'
import { child, keyIn, text } from '../../model/node.ts'
import { chooseEnvelope } from './choose-envelope.ts'
import { chooseExchange } from './choose-exchange.ts'
import { DocumentEdits } from '../edit/document-edits.ts'
import { messageDefinition } from './message-definition.ts'
import { eventSchema } from './event-schema.ts'
import type { FilePlan } from '../file-plan.ts'
import { editable, findService, findSystem, nameOf, sharedDocument } from '../find-document.ts'
import { jsonFile } from '../json-text.ts'
import { parseSubject, pascalCase, verifyAddress, verifyMessageName } from '../names.ts'
import type { NewEvent } from './new-event.ts'
import { receiveEvent } from './receive-event.ts'
import { findReceivers } from './receivers.ts'
import { refusal } from '../refusal.ts'
import { refuseTakenNames } from './taken-names.ts'
import { sendEvent, siblingChannels } from './send-event.ts'
import { versionPath } from '../version-path.ts'

export interface EventRequest {
  /** `<domain>/<subject>`. */
  readonly subject: string
  /** May be left out where there is only one. */
  readonly system?: string | undefined
  readonly sender: string
  /** `SERVICE`, or `SERVICE:QUEUE` for a queue that cannot be guessed. */
  readonly receivers: readonly string[]
  /** Exchange to publish to. */
  readonly exchange?: string | undefined
  /** Subjects of envelopes, or `none`. Empty: as the system's other messages. */
  readonly envelopes: readonly string[]
  /** Routing key or topic; the subject without its domain where it is left out. */
  readonly address?: string | undefined
  /** Name of the message; the subject in PascalCase where it is left out. */
  readonly message?: string | undefined
}

/**
 * Plans a new event: the first version of its schema, its message and channel, the operation that sends it and those
 * that receive it. Protocol, exchange, envelope and conventions are those of the system.
 *
 * @throws ContractError where a name is invalid, unknown or taken, and where more than one thing could be meant
 */
export function planEvent(catalog: Catalog, config: Config, request: EventRequest): FilePlan {
  const { domain, subject } = parseSubject(request.subject)
  const { name = pascalCase(subject), address = subject } = {
    name: request.message,
    address: request.address,
  }
  verifyMessageName(name)
  verifyAddress('routing key or topic', address)
  const system = findSystem(catalog, request.system)
  const sender = findService(system, request.sender)
  const receivers = findReceivers(system, request.receivers)
  const home = editable(sharedDocument(system) ?? sender)
  refuseTakenNames(catalog, system, { subject: request.subject, name, address })
  const { usesAmqp, usesKafka } = protocolsOf(system)
  if (!usesAmqp) refuseQueues(system, request)
  const exchange = usesAmqp ? chooseExchange(system, nameOf(sender), domain, request.exchange) : undefined
  const edits = new DocumentEdits(catalog)
  const event = { catalog, system, edits, home, domain, subject, name, address, exchange, usesKafka }
  const schemaPath = versionPath(config, request.subject, '1.0.0')
  const schema = addMessage(event, sender, schemaPath, request.envelopes)
  const channel = sendEvent(event, sender)
  const notes = receiveEvent(event, channel, receivers)
  const files = [{ path: schemaPath, content: schema, before: undefined }, ...edits.toFiles()]
  return {
    files: files.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
    notes: [`Describe the event and its fields in ${schemaPath}.`, ...notes],
  }
}

/** Defines the message; gives the text of the schema that it carries. */
function addMessage(
  event: NewEvent,
  sender: ContractDocument,
  schemaPath: string,
  envelopes: readonly string[],
): string {
  const { catalog, system, edits, home, domain, subject, name } = event
  const { schema, idField, example } = eventSchema(catalog, domain, subject, name)
  const sent = sendings(system).filter(({ service }) => service.document === sender)
  const envelope = chooseEnvelope(
    catalog,
    system,
    sent.map(({ message }) => message),
    envelopes,
  )
  const message = messageDefinition({
    name,
    subject,
    file: home.path,
    schemaPath,
    envelope,
    source: text(child(sender.node, 'info'), 'x-source') ?? nameOf(sender),
    keyField: event.usesKafka ? idField : undefined,
    siblings: system.messages,
    data: example,
  })
  const after = siblingChannels(event).flatMap(({ channel }) =>
    channel.messages.flatMap(({ node }) => keyIn('messages', node) ?? []),
  )
  edits.addMember({ file: home.path, pointer: '/components/messages' }, name, message, after.toReversed())
  return jsonFile(schema)
}

function protocolsOf(system: System): { readonly usesAmqp: boolean; readonly usesKafka: boolean } {
  const spoken = new Set<string>(system.channels.flatMap(({ protocols }) => protocols))
  if (spoken.size === 0) for (const { protocol } of system.servers) spoken.add(protocol.toLowerCase())
  const usesAmqp = spoken.has('amqp') || spoken.has('amqps')
  const usesKafka = spoken.has('kafka') || spoken.has('kafka-secure')
  if (usesAmqp || usesKafka) return { usesAmqp, usesKafka }
  const message = `The system ${quote(system.name)} is neither on RabbitMQ nor on Kafka.`
  throw refusal('unsupported', message, 'Give it a server with the protocol amqp or kafka.')
}

function refuseQueues(system: System, { exchange, receivers }: EventRequest): void {
  const receiver = receivers.find((text) => text.includes(':'))
  if (exchange === undefined && receiver === undefined) return
  const message = `The system ${quote(system.name)} is on Kafka, which has no exchanges and no queues.`
  const fix =
    exchange === undefined ? `Write --receiver ${receiver?.split(':')[0]}.` : 'Leave out --exchange.'
  throw refusal('unsupported', message, fix)
}
