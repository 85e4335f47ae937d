import type { Envelope, EventKind, Message, MessageExample, Node } from './catalog.ts'
import { child, isObjectNode, items, keyIn, nodeId, text } from './node.ts'
import { pointerTokens } from './pointer.ts'
import { homeOf, objectTarget, type DocumentContext, type ReadContext } from './read-context.ts'
import { readData } from './read-data.ts'
import { readDeprecation } from './read-deprecation.ts'
import { readEnvelope, type WireSchemas } from './read-envelope.ts'
import { oneOf, wrongField } from './read-field.ts'
import { referenceOf, type References } from './references.ts'
import { constantOf, schemasAt } from './schema-branches.ts'
import { isAsyncApiSchemaFormat, isJsonSchemaFormat } from './schema-format.ts'
import { layered, layeredText, withTraits, type Layers } from './traits.ts'

const KIND = oneOf<EventKind>(
  [
    'domain-event',
    'integration-event',
    'command',
    'query',
    'reply',
    'notification',
    'state-transfer',
    'batch',
  ],
  'bad-extension',
)

/** A message by its definition or a reference to it; `key` names one without a name and without a key of its own. */
export function readMessage(
  context: ReadContext,
  node: Node,
  key: string,
  from: DocumentContext,
): Message | undefined {
  const target = objectTarget(context, node)
  if (target === undefined) return undefined
  const id = nodeId(target)
  const known = context.messages.get(id)
  if (known !== undefined) return known
  const message = buildMessage(context, target, id, key, homeOf(context, target, from))
  context.messages.set(id, message)
  return message
}

function buildMessage(
  context: ReadContext,
  node: Message['node'],
  id: string,
  key: string,
  home: DocumentContext,
): Message {
  const { references, problems } = context
  const layers = withTraits(context, node, home.major)
  const name =
    layeredText(layers, 'name') ?? layeredText(layers, 'messageId') ?? keyIn('messages', node) ?? key
  const contentType = layeredText(layers, 'contentType') ?? home.defaultContentType
  const { payload, headers, schemaFormat } = readSchemas(references, layers)
  const wire: WireSchemas = { payload: isForeign(schemaFormat) ? undefined : payload, headers }
  const envelope = readEnvelope(references, problems, wire, contentType)
  const { data, version } = readData(references, context.versions, wire.payload, envelope)
  const deprecation = readDeprecation(
    problems,
    layered(layers, 'deprecated'),
    layered(layers, 'x-deprecated'),
  )
  return {
    id,
    name,
    title: layeredText(layers, 'title'),
    summary: layeredText(layers, 'summary'),
    description: layeredText(layers, 'description'),
    deprecated: deprecation !== undefined,
    deprecation,
    kind: readKind(context, layers),
    tags: readTags(context, layered(layers, 'tags')),
    contentType,
    schemaFormat,
    payload,
    headers,
    envelope,
    data,
    version,
    type: typeConstant(references, wire, envelope) ?? name,
    key: readKey(context, layers),
    correlationId: text(objectTarget(context, layered(layers, 'correlationId')), 'location'),
    bindings: objectTarget(context, layered(layers, 'bindings'))?.value ?? {},
    examples: items(layered(layers, 'examples')).map(readExample),
    node,
  }
}

interface Schemas extends WireSchemas {
  readonly schemaFormat: string | undefined
}

/** 3.x states a schema's format in a wrapper around it, 2.x beside the payload. */
function readSchemas(references: References, layers: Layers): Schemas {
  const payload = unwrap(references, layered(layers, 'payload'))
  const format = payload.format ?? layeredText(layers, 'schemaFormat')
  // A reference that is left leads to a file that only tools of its language can read.
  const isUnread = isForeign(format) && referenceOf(payload.schema?.value) !== undefined
  return {
    payload: isUnread ? undefined : payload.schema,
    headers: unwrap(references, layered(layers, 'headers')).schema,
    schemaFormat: format === undefined || isAsyncApiSchemaFormat(format) ? undefined : format,
  }
}

/** Whether a schema is written in another language than JSON Schema. */
function isForeign(format: string | undefined): boolean {
  return format !== undefined && !isJsonSchemaFormat(format)
}

function unwrap(
  references: References,
  node: Node | undefined,
): { schema: Node | undefined; format: string | undefined } {
  if (node === undefined) return { schema: undefined, format: undefined }
  const target = references.target(node)
  const format = text(target, 'schemaFormat')
  const schema = format === undefined ? undefined : child(target, 'schema')
  if (schema === undefined) return { schema: target, format: undefined }
  const isJsonSchema = format !== undefined && isJsonSchemaFormat(format)
  return { schema: isJsonSchema ? references.target(schema) : schema, format }
}

function readKind(context: ReadContext, layers: Layers): EventKind | undefined {
  const node = layered(layers, 'x-event-kind')
  if (node === undefined) return undefined
  if (KIND.is(node.value)) return node.value
  wrongField(context.problems, node, KIND.what, KIND.code)
  return undefined
}

function readTags(context: ReadContext, node: Node | undefined): readonly string[] {
  return items(node).flatMap((tag) => text(objectTarget(context, tag), 'name') ?? [])
}

function readKey(context: ReadContext, layers: Layers): string | undefined {
  const node = layered(layers, 'x-key')
  if (node === undefined) return undefined
  if (typeof node.value === 'string' && pointerTokens(node.value) !== undefined) return node.value
  wrongField(context.problems, node, 'a JSON Pointer into the data', 'bad-extension')
  return undefined
}

function typeConstant(references: References, wire: WireSchemas, envelope: Envelope): string | undefined {
  for (const place of envelope.attributes['type'] ?? []) {
    const schema = place.in === 'payload' ? wire.payload : wire.headers
    if (schema === undefined) continue
    for (const found of schemasAt(references, schema, pointerTokens(place.pointer) ?? [])) {
      const constant = constantOf(references, found)
      if (typeof constant === 'string') return constant
    }
  }
  return undefined
}

function readExample(node: Node): MessageExample {
  const headers = child(node, 'headers')
  return {
    name: text(node, 'name'),
    summary: text(node, 'summary'),
    headers: isObjectNode(headers) ? headers : undefined,
    payload: child(node, 'payload'),
  }
}
