import { type Catalog, type Message, type Operation, pointerTokens } from '@concordat/toolkit/model'
import { flattenedProperties } from './flattened-properties.ts'
import type { ImportList } from './import-list.ts'
import { hasJsonSchema } from './json-schema-payload.ts'
import { printDocumentation } from './jsdoc.ts'
import { envelopeName } from './message-names.ts'
import { attributesReceived, attributesToSend, headerMembers } from './message-types.ts'
import { Code, printString } from './print-literal.ts'
import { parameterMembers } from './parameter-members.ts'
import { printObject } from './print-type.ts'
import type { SharedDeclarations } from './shared-declarations.ts'
import type { TypePlan } from './type-plan.ts'
import type { MemberSyntax } from './type-syntax.ts'

const RUNTIME = '@concordat/runtime'

/** What the methods and handlers of a client are typed with. */
export class MessageTypes {
  readonly #catalog: Catalog
  readonly #types: TypePlan
  readonly #imports: ImportList
  readonly #shared: SharedDeclarations

  constructor(catalog: Catalog, types: TypePlan, imports: ImportList, shared: SharedDeclarations) {
    this.#catalog = catalog
    this.#types = types
    this.#imports = imports
    this.#shared = shared
  }

  /** Interfaces that the messages share. */
  declarations(): readonly string[] {
    return this.#shared.printed()
  }

  data(message: Message): string {
    const { data } = message
    const found = data === undefined || !hasJsonSchema(message) ? undefined : this.#types.find(data)
    if (data === undefined || found === undefined) return 'unknown'
    const name = this.#imports.local(found.path, found.name)
    const flattened = flattenedProperties(message)
    return flattened.length === 0
      ? name
      : `Omit<${name}, ${flattened.map((property) => printString(property)).join(' | ')}>`
  }

  /** The second parameter of a publisher's method. */
  options(
    message: Message,
    operations: readonly Operation[],
  ): { readonly type: string; readonly isOptional: boolean } {
    const attributes = attributesToSend(this.#catalog, message)
    const own = [
      group('headers', headerMembers(this.#catalog, message)),
      group('parameters', parameterMembers(operations)),
    ]
    const extra = own.filter((member) => member !== undefined)
    const name = this.#interface('Options', message, attributes)
    return {
      type: [name, ...(extra.length === 0 ? [] : [this.#print(printObject(extra, '  '))])].join(' & '),
      isOptional: [...attributes, ...extra].every((member) => member.isOptional),
    }
  }

  /** The event that a handler gets. */
  event(message: Message): string {
    const attributes = attributesReceived(this.#catalog, message)
    const headers = headerMembers(this.#catalog, message)
    const isIdentified = ['id', 'source'].every((name) => message.envelope.required.includes(name))
    const name =
      attributes.length === 0
        ? 'Readonly<Record<string, never>>'
        : this.#interface('Attributes', message, attributes)
    const parameters = [
      this.data(message),
      name,
      ...(headers.length > 0 || !isIdentified
        ? [headers.length > 0 ? this.#print(printObject(headers, '  ')) : ANY_HEADERS]
        : []),
      ...(isIdentified ? [] : ['string | undefined']),
    ]
    return `${this.#imports.package(RUNTIME, 'ReceivedEvent')}<${parameters.join(', ')}>`
  }

  envelopeName(message: Message): string {
    const name = envelopeName(this.#catalog, message)
    return name.endsWith('Envelope') ? name : `${name}Envelope`
  }

  /** The pointer to the message key, checked against the type of the data wherever TypeScript can follow it. */
  key(message: Message): Code | undefined {
    const { key } = message
    if (key === undefined) return undefined
    const literal = printString(key)
    const data = this.data(message)
    const isSimple = (pointerTokens(key) ?? []).every((token) => !/[~/]|^\d+$/.test(token))
    if (data === 'unknown' || !isSimple) return new Code(literal)
    return new Code(
      `${literal} satisfies ${this.#imports.package(RUNTIME, 'PointerInto')}<${data}, ${literal}>`,
    )
  }

  #interface(kind: 'Options' | 'Attributes', message: Message, members: readonly MemberSyntax[]): string {
    const body = this.#print(printObject(members))
    const description =
      kind === 'Options' ? 'What a caller gives beside the data.' : 'What a handler is told beside the data.'
    const documentation = printDocumentation({ description })
    const wanted = `${envelopeName(this.#catalog, message)}${kind}`
    return this.#shared.name(
      wanted,
      `${kind} ${body}`,
      (name) => `${documentation}export interface ${name} ${body}\n`,
    )
  }

  #print(printed: string): string {
    if (/\bFormatted</.test(printed)) this.#imports.package(RUNTIME, 'Formatted')
    return printed
  }
}

const ANY_HEADERS = 'Readonly<Record<string, string>>'

/** A member that holds others; it can be left out where all of them can. */
function group(key: string, members: readonly MemberSyntax[]): MemberSyntax | undefined {
  if (members.length === 0) return undefined
  const isOptional = members.every((member) => member.isOptional)
  return { key, isOptional, type: { kind: 'object', members }, documentation: {} }
}
