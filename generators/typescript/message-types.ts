import { type Catalog, child, type Message, type Node, pointerTokens } from '@concordat/toolkit/model'
import { describedValue, propertySchema } from '@concordat/toolkit/schema'
import { listedTypes } from './listed-types.ts'
import { printKey, printString } from './print-literal.ts'
import { jsonTypes } from './json-types.ts'
import type { TypeSyntax } from './type-syntax.ts'
import { documentationOf } from './schema-documentation.ts'
import { requiredProperties, schemasAt } from './schemas-at.ts'
import type { MemberSyntax } from './type-syntax.ts'

/** Attributes that the runtime fills in from the contract. */
const FIXED: ReadonlySet<string> = new Set(['type', 'specversion', 'datacontenttype'])
/** Attributes that the runtime fills in if the caller does not. */
const DEFAULTED: readonly string[] = ['id', 'source', 'time']

/** The attributes that the caller of a publisher's method gives. */
export function attributesToSend(catalog: Catalog, message: Message): readonly MemberSyntax[] {
  const { attributes, required } = message.envelope
  const isFixed = (name: string): boolean =>
    FIXED.has(name) || (name === 'dataversion' && message.version !== undefined)
  const names = new Set([...DEFAULTED, 'correlationid', ...Object.keys(attributes)])
  return [...names]
    .filter((name) => !isFixed(name))
    .toSorted()
    .map((name) => {
      const isOptional = DEFAULTED.includes(name) || !required.includes(name)
      return attributeMember(catalog, message, name, isOptional)
    })
}

/** The attributes that a handler sees. */
export function attributesReceived(catalog: Catalog, message: Message): readonly MemberSyntax[] {
  const { attributes, required } = message.envelope
  return Object.keys(attributes)
    .toSorted()
    .map((name) => attributeMember(catalog, message, name, !required.includes(name)))
}

function attributeMember(
  catalog: Catalog,
  message: Message,
  name: string,
  isOptional: boolean,
): MemberSyntax {
  const schemas = attributeSchemas(catalog, message, name)
  const type = attributeType(catalog, schemas, name)
  const documentation = schemas
    .map((schema) => documentationOf(schema))
    .find(({ description }) => description !== undefined)
  return {
    key: printKey(name),
    isOptional,
    type,
    documentation: { description: documentation?.description },
  }
}

function attributeType(catalog: Catalog, schemas: readonly Node[], name: string): TypeSyntax {
  // The constant of each message would give each of them an interface of its own.
  if (name === 'type') return { kind: 'text', text: 'string' }
  return name === 'time' && schemas.length === 0 ? DATE_TIME : scalarType(catalog, schemas)
}

const DATE_TIME: TypeSyntax = { kind: 'text', text: "Formatted<'date-time'>" }

/** Headers are text; a value of the payload keeps its JSON type. */
function attributeSchemas(catalog: Catalog, message: Message, name: string): readonly Node[] {
  const places = Object.hasOwn(message.envelope.attributes, name)
    ? (message.envelope.attributes[name] ?? [])
    : []
  const inPayload = places.filter((place) => place.in === 'payload')
  return (inPayload.length > 0 ? inPayload : places).flatMap((place) => {
    const schema = place.in === 'payload' ? message.payload : message.headers
    return schema === undefined ? [] : schemasAt(catalog, schema, place.pointer)
  })
}

/** The headers that the contract declares beside the attributes. */
export function headerMembers(catalog: Catalog, message: Message): readonly MemberSyntax[] {
  const { headers } = message
  if (headers === undefined) return []
  const attributes = new Set(
    Object.values(message.envelope.attributes)
      .flat()
      .filter((place) => place.in === 'headers')
      .map(({ pointer }) => pointerTokens(pointer)?.[0]),
  )
  const { members, names } = describedValue(catalog, [headers])
  const required = requiredProperties(catalog, headers)
  return names
    .filter((name) => !attributes.has(name))
    .map((name) => {
      const schemas = members.flatMap(({ node }) => propertySchema(node, name) ?? [])
      const [documentation = {}] = schemas.map((schema) => documentationOf(schema))
      return {
        key: printKey(name),
        isOptional: !required.has(name),
        type: textType(catalog, schemas),
        documentation,
      }
    })
}

function textType(catalog: Catalog, schemas: readonly Node[]): TypeSyntax {
  const type = scalarType(catalog, schemas)
  const isText = type.kind !== 'text' || !/^(?:number|boolean|null|-?\d.*|true|false)$/.test(type.text)
  return isText ? type : { kind: 'text', text: 'string' }
}

/** The narrowest type that one of the schemas says: literals, a number, a boolean, a format; else a string. */
function scalarType(catalog: Catalog, schemas: readonly Node[]): TypeSyntax {
  const { members } = describedValue(catalog, schemas)
  const nodes = members.filter(({ certain }) => certain).map(({ node }) => node)
  const listed = nodes.map((node) => listedTypes(catalog, node)).find((types) => types !== undefined)
  if (listed !== undefined) return { kind: 'union', members: listed }
  const types = nodes.flatMap((node) => jsonTypes(node))
  if (types.includes('integer') || types.includes('number')) return { kind: 'text', text: 'number' }
  if (types.includes('boolean')) return { kind: 'text', text: 'boolean' }
  const [format] = nodes
    .map((node) => child(node, 'format')?.value)
    .filter((value) => typeof value === 'string')
  return { kind: 'text', text: format === undefined ? 'string' : `Formatted<${printString(format)}>` }
}
