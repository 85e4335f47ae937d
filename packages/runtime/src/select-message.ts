import type { ReceivedMessage, ReceiveOperation } from './contract.ts'
import { type AttributeValue, type Envelope, decodeAttribute, placesOf } from './envelope.ts'
import { InvalidMessageError } from './invalid-message-error.ts'
import { quote } from './quote.ts'
import type { IncomingMessage } from './transport.ts'

/** A message of an operation under its handler's name. */
export type SelectedMessage = readonly [handler: string, message: ReceivedMessage]

/**
 * Which message of the operation this is: the one whose type it says; of several with that type the first one whose
 * schema it keeps. A message that says no type is the only one of the operation that can be silent about it.
 */
export function selectMessage(
  operation: ReceiveOperation,
  incoming: IncomingMessage,
  envelope: Envelope,
): SelectedMessage | InvalidMessageError {
  const messages: SelectedMessage[] = Object.entries(operation.messages)
  const said = messages.map(([, message]) => saidType(message, incoming, envelope))
  const ofType = messages.filter(([, message], index) => said[index] === message.type)
  const isSound = ([, message]: SelectedMessage): boolean => message.validate(envelope.payload)
  const found = ofType.length > 1 ? (ofType.find(isSound) ?? ofType[0]) : ofType[0]
  if (found !== undefined) return found
  const type = said.find((value) => value !== undefined)
  return (type === undefined ? silentMessage(messages) : undefined) ?? unknownType(operation, incoming, type)
}

/** The type that a message says, looked up where this contract message has it. */
function saidType(
  message: ReceivedMessage,
  incoming: IncomingMessage,
  envelope: Envelope,
): AttributeValue | undefined {
  if (hasTypeAttribute(message)) return decodeAttribute(message.envelope, 'type', envelope)
  // The property of the broker is not part of the contract: it can name a message, not rule one out.
  return incoming.type === message.type ? message.type : undefined
}

function silentMessage(messages: readonly SelectedMessage[]): SelectedMessage | undefined {
  const silent = messages.filter(([, message]) => !hasTypeAttribute(message))
  const candidates = messages.length === 1 ? messages : silent
  return candidates.length === 1 ? candidates[0] : undefined
}

function hasTypeAttribute(message: ReceivedMessage): boolean {
  return placesOf(message.envelope, 'type').length > 0
}

function unknownType(
  operation: ReceiveOperation,
  incoming: IncomingMessage,
  type: AttributeValue | undefined,
): InvalidMessageError {
  const known = Object.values(operation.messages).map((message) => message.type)
  const said = type === undefined ? 'it does not say its type' : `its type is ${quote(type)}`
  const reason = `${said}; ${operation.name} knows ${known.join(', ')}.`
  return new InvalidMessageError('unknown-type', incoming.origin, reason)
}
