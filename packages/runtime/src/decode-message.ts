import { mediaType } from './content-type.ts'
import type { ReceivedMessage, ReceiveOperation } from './contract.ts'
import {
  type Attributes,
  type AttributeValue,
  type Envelope,
  decodeAttributes,
  decodeData,
} from './envelope.ts'
import { InvalidMessageError } from './invalid-message-error.ts'
import { quote } from './quote.ts'
import type { ReceivedEvent } from './received-event.ts'
import { selectMessage } from './select-message.ts'
import type { IncomingMessage } from './transport.ts'
import { failuresOf } from './validate.ts'

/** A message that a handler can be called with. */
export interface DecodedMessage {
  /** Name of the handler. */
  readonly handler: string
  readonly message: ReceivedMessage
  readonly event: Omit<
    ReceivedEvent<unknown, Attributes, Readonly<Record<string, string>>, string | undefined>,
    'attempt'
  >
}

/** Finds out which message of the operation it is and checks it tolerantly; says why where it is none. Never throws. */
export function decodeMessage(
  operation: ReceiveOperation,
  incoming: IncomingMessage,
): DecodedMessage | InvalidMessageError {
  const payload = parseBody(incoming)
  if (payload instanceof InvalidMessageError) return payload
  try {
    return decodePayload(operation, incoming, { payload, headers: incoming.headers })
  } catch (cause) {
    // A stranger's message can be nested so deeply that a validator runs out of stack.
    return new InvalidMessageError('contract-violation', incoming.origin, 'it cannot be checked.', { cause })
  }
}

function decodePayload(
  operation: ReceiveOperation,
  incoming: IncomingMessage,
  envelope: Envelope,
): DecodedMessage | InvalidMessageError {
  const selected = selectMessage(operation, incoming, envelope)
  if (selected instanceof InvalidMessageError) return selected
  const [handler, message] = selected
  const error = contentTypeError(message, incoming) ?? violation(message, incoming, envelope)
  return error ?? { handler, message, event: eventOf(message, incoming, envelope) }
}

function parseBody(incoming: IncomingMessage): unknown {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(incoming.body)
  } catch (cause) {
    return new InvalidMessageError('not-utf8', incoming.origin, 'its body is not UTF-8.', { cause })
  }
  try {
    return JSON.parse(text)
  } catch (cause) {
    return new InvalidMessageError('malformed-json', incoming.origin, 'its body is not JSON.', { cause })
  }
}

/** A message that does not say what it is can be anything, so also this. */
function contentTypeError(
  message: ReceivedMessage,
  incoming: IncomingMessage,
): InvalidMessageError | undefined {
  const { contentType, origin } = incoming
  if (contentType === undefined || mediaType(contentType) === mediaType(message.contentType)) return undefined
  const came = quote(mediaType(contentType))
  const reason = `its content type is ${came}, that of ${message.name} is ${message.contentType}.`
  return new InvalidMessageError('wrong-content-type', origin, reason)
}

function violation(
  message: ReceivedMessage,
  incoming: IncomingMessage,
  envelope: Envelope,
): InvalidMessageError | undefined {
  const failures = failuresOf(message, envelope)
  if (failures.length === 0) return undefined
  const schema = message.schema === undefined ? '' : ` (${message.schema})`
  const reason = `it breaks the contract of ${message.name}${schema}.`
  return new InvalidMessageError('contract-violation', incoming.origin, reason, { failures })
}

function eventOf(
  message: ReceivedMessage,
  incoming: IncomingMessage,
  envelope: Envelope,
): DecodedMessage['event'] {
  const attributes = decodeAttributes(message.envelope, envelope)
  const { id = incoming.id, source, time } = attributes
  return {
    id: textOf(id),
    type: message.type,
    source: textOf(source),
    ...(time !== undefined && { time: String(time) }),
    data: decodeData(message.envelope, envelope.payload),
    attributes,
    headers: incoming.headers,
    ...(incoming.key !== undefined && { key: incoming.key }),
    redelivered: incoming.redelivered,
  }
}

function textOf(value: AttributeValue | undefined): string | undefined {
  return value === undefined ? undefined : String(value)
}
