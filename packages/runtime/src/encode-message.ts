import { mediaType } from './content-type.ts'
import { ContractViolation } from './contract-violation.ts'
import type { SentMessage, ValidationFailure } from './contract.ts'
import { type Attributes, encodeEnvelope, envelopeMembers, isAttributeValue, placesOf } from './envelope.ts'
import { isJsonObject, pointerToken, valueAt } from './json-pointer.ts'
import type { OutgoingMessage } from './transport.ts'
import { failuresOf } from './validate.ts'

/** What a caller gives for one message. */
export interface MessageContent {
  readonly data: unknown
  /** Attributes that do not follow from the contract. */
  readonly attributes: Attributes
  readonly headers: Readonly<Record<string, string>>
}

/** Attributes that every message has, if only as properties of the broker. */
const ALWAYS_ALLOWED: ReadonlySet<string> = new Set(['id', 'source', 'time', 'correlationid'])

/**
 * Turns content into a message as it goes on the wire.
 * @throws ContractViolation with all that is wrong
 */
export function encodeMessage(
  message: SentMessage,
  content: MessageContent,
): Omit<OutgoingMessage, 'target'> {
  const attributes: Attributes = { ...content.attributes, ...contractAttributes(message) }
  const data = dataAsSent(message, content.data)
  const envelope = encodeEnvelope(message.envelope, attributes, data)
  const headers = { ...content.headers, ...envelope.headers }
  const key = message.key === undefined ? undefined : valueAt(data, message.key)
  const failures = [
    ...contentFailures(message, { ...content, data }),
    ...keyFailures(message, key),
    ...failuresOf(message, { payload: envelope.payload, headers }),
  ]
  if (failures.length > 0) throw new ContractViolation(message, failures)
  return {
    body: new TextEncoder().encode(JSON.stringify(envelope.payload)),
    contentType: message.contentType,
    headers,
    type: message.type,
    ...textMember('id', attributes['id']),
    ...textMember('correlationId', attributes['correlationid']),
    ...textMember('key', key),
  }
}

/**
 * The data as a receiver will read it: what its `toJSON` methods make of it, own members only, none that is undefined. What
 * is checked is then what is sent.
 */
function dataAsSent(message: SentMessage, data: unknown): unknown {
  try {
    // Undefined where the data is nothing that JSON has, such as a function.
    const text = JSON.stringify(data) as string | undefined
    return text === undefined ? undefined : JSON.parse(text)
  } catch (error) {
    const [reason = ''] = error instanceof Error ? error.message.split('\n') : []
    throw new ContractViolation(message, [
      { instancePath: '', keyword: 'type', message: `the data cannot be written as JSON: ${reason}` },
    ])
  }
}

/** The attributes that the contract decides (CloudEvents 1.0.2, section 3.1). */
function contractAttributes(message: SentMessage): Attributes {
  const isStructured = message.envelope.mode === 'structured'
  const version = message.schema?.slice(message.schema.lastIndexOf('/') + 1)
  return {
    specversion: '1.0',
    type: message.type,
    datacontenttype: isStructured ? 'application/json' : mediaType(message.contentType),
    ...textMember('dataversion', version),
  }
}

function contentFailures(message: SentMessage, content: MessageContent): ValidationFailure[] {
  const { data, attributes, headers } = content
  if (data === undefined) return [{ instancePath: '', keyword: 'type', message: 'the data is missing' }]
  return [
    ...attributeFailures(message, attributes),
    ...headerFailures(headers),
    ...flattenedFailures(message, data),
  ]
}

/** For users of TypeScript the compiler finds them; a driver would refuse the messages beside it too. */
function headerFailures(headers: MessageContent['headers']): ValidationFailure[] {
  return Object.entries(headers)
    .filter(([, value]) => typeof value !== 'string')
    .map(([name]) => ({
      instancePath: `headers:/${pointerToken(name)}`,
      keyword: 'type',
      message: 'must be a string',
    }))
}

function attributeFailures(message: SentMessage, attributes: Attributes): ValidationFailure[] {
  const isKnown = (name: string): boolean =>
    ALWAYS_ALLOWED.has(name) || placesOf(message.envelope, name).length > 0
  return Object.entries(attributes).flatMap(([name, value]) => {
    const reason = isKnown(name) ? 'must be a string, a number or a boolean' : 'is not in the envelope'
    const failure = { instancePath: '', keyword: 'attribute', message: `the attribute '${name}' ${reason}` }
    return isKnown(name) && isAttributeValue(value) ? [] : [failure]
  })
}

/** Where attributes stand beside the data's own properties, one must not overwrite the other. */
function flattenedFailures(message: SentMessage, data: unknown): ValidationFailure[] {
  const members = envelopeMembers(message.envelope)
  if (members.size === 0) return []
  if (!isJsonObject(data))
    return [{ instancePath: '', keyword: 'type', message: 'the data must be an object' }]
  return Object.keys(data)
    .filter((name) => members.has(name))
    .map((name) => ({
      instancePath: `/${pointerToken(name)}`,
      keyword: 'attribute',
      message: 'the data must leave this place to an attribute',
    }))
}

function keyFailures({ key: pointer }: SentMessage, key: unknown): ValidationFailure[] {
  if (pointer === undefined || isAttributeValue(key)) return []
  return [{ instancePath: pointer, keyword: 'key', message: 'the data must hold the message key here' }]
}

/** A member for a spread; none where there is no value. */
function textMember<TName extends string>(
  name: TName,
  value: unknown,
): Partial<Readonly<Record<TName, string>>> {
  return isAttributeValue(value) ? ({ [name]: String(value) } as Record<TName, string>) : {}
}
