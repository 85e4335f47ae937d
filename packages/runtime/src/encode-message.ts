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
  const envelope = encodeEnvelope(message.envelope, attributes, content.data)
  const headers = { ...content.headers, ...envelope.headers }
  const key = message.key === undefined ? undefined : valueAt(content.data, message.key)
  const failures = [
    ...contentFailures(message, content),
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

function contentFailures(message: SentMessage, { data, attributes }: MessageContent): ValidationFailure[] {
  if (data === undefined) return [{ instancePath: '', keyword: 'type', message: 'the data is missing' }]
  return [...attributeFailures(message, attributes), ...flattenedFailures(message, data)]
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
