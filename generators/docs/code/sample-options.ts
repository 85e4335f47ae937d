import type { Catalog, Json, Message, Operation } from '@concordat/toolkit/model'
import { attributesToSend, headerMembers } from '../../typescript/message-types.ts'
import { parameterMembers } from '../../typescript/parameter-members.ts'
import { printLiteral, printString } from '../../typescript/print-literal.ts'
import type { MemberSyntax, TypeSyntax } from '../../typescript/type-syntax.ts'
import { atPointer, wireSample } from './sample-data.ts'

/** What a publisher's method has to be given beside the data, as TypeScript; undefined where it needs nothing. */
export function sampleOptions(
  catalog: Catalog,
  message: Message,
  operations: readonly Operation[],
): string | undefined {
  const attributes = required(attributesToSend(catalog, message)).map(
    ({ key, type }) => `${key}: ${sample(type, key, attributeSample(message, key))}`,
  )
  const groups = [
    group('headers', required(headerMembers(catalog, message)), (key) => `some ${key}`),
    // They become part of an address, where a space seldom may stand.
    group('parameters', required(parameterMembers(operations)), (key) => key),
  ]
  const members = [...attributes, ...groups.flat()]
  return members.length === 0 ? undefined : `{ ${members.join(', ')} }`
}

function required(members: readonly MemberSyntax[]): readonly MemberSyntax[] {
  return members.filter(({ isOptional }) => !isOptional)
}

function group(
  name: string,
  members: readonly MemberSyntax[],
  known: (key: string) => Json,
): readonly string[] {
  if (members.length === 0) return []
  const texts = members.map(({ key, type }) => `${key}: ${sample(type, key, known(plain(key)))}`)
  return [`${name}: { ${texts.join(', ')} }`]
}

/** What an example of the whole message has in the place of an attribute. */
function attributeSample(message: Message, name: string): Json | undefined {
  const { attributes } = message.envelope
  const places = Object.hasOwn(attributes, name) ? (attributes[name] ?? []) : []
  const place = places.find((each) => each.in === 'payload')
  return place && atPointer(wireSample(message), place.pointer)
}

/** A value of a type: the known one where it has the type. */
function sample(type: TypeSyntax, key: string, known: Json | undefined): string {
  if (type.kind === 'union') {
    const [first] = type.members
    const texts = type.members.map((member) => (member.kind === 'text' ? member.text : ''))
    const literal = known === undefined ? undefined : printLiteral(known)
    if (literal !== undefined && texts.includes(literal)) return literal
    return first === undefined ? 'undefined' : sample(first, key, undefined)
  }
  if (type.kind !== 'text') return 'undefined'
  if (type.text === 'number') return typeof known === 'number' ? String(known) : '1'
  if (type.text === 'boolean') return typeof known === 'boolean' ? String(known) : 'true'
  if (type.text === 'string' || type.text.startsWith('Formatted<'))
    return typeof known === 'string' ? printString(known) : printString(`some ${plain(key)}`)
  return type.text
}

/** A key as it is printed, without its quotes. */
function plain(key: string): string {
  return key.replaceAll(/\W/g, '')
}
