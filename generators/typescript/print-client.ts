import type { Catalog, Message } from '@concordat/toolkit/model'
import { applicationTopology } from '@concordat/toolkit/routing'
import { printableSources, printableTargets } from './broker-targets.ts'
import { type ClientNames, clientNames } from './client-names.ts'
import type { ClientPlan } from './client-plan.ts'
import { fileHeader } from './file-header.ts'
import { ImportList } from './import-list.ts'
import { printDocumentation } from './jsdoc.ts'
import { hasJsonSchema } from './json-schema-payload.ts'
import { MessageTypes } from './message-type-names.ts'
import { Code, type Literal, printKey, printLiteral } from './print-literal.ts'
import { placeOf } from './schema-documentation.ts'
import { SharedDeclarations } from './shared-declarations.ts'
import { printableTopology } from './printable-topology.ts'
import type { TypePlan } from './type-plan.ts'
import { headersValidatorName, validatorName } from './validator-names.ts'

const RUNTIME = '@concordat/runtime'

/** Prints `client.ts`: constants, types and the two calls into the runtime. `ending` is that of the specifiers, `.js`. */
export function printClient(catalog: Catalog, types: TypePlan, plan: ClientPlan, ending: string): string {
  return new ClientPrinter(catalog, types, plan).print(ending)
}

class ClientPrinter {
  readonly #plan: ClientPlan
  readonly #names: ClientNames
  readonly #imports: ImportList
  readonly #envelopes: SharedDeclarations
  readonly #types: MessageTypes

  constructor(catalog: Catalog, types: TypePlan, plan: ClientPlan) {
    this.#plan = plan
    this.#names = clientNames(plan.service)
    const taken = new Set<string>([
      ...Object.values(this.#names),
      'validators',
      'createPublisher',
      'startConsumer',
    ])
    this.#imports = new ImportList(`${plan.folder}/client`, taken)
    this.#envelopes = new SharedDeclarations(taken)
    this.#types = new MessageTypes(catalog, types, this.#imports, new SharedDeclarations(taken))
  }

  print(ending: string): string {
    const { application } = this.#plan
    const hasPublisher = application.sends.length > 0
    const hasConsumer = application.receives.length > 0
    const publisher = hasPublisher ? this.#publisher() : []
    const consumer = hasConsumer ? this.#consumer() : []
    const contract = this.#contract()
    const types = this.#types.declarations()
    const values = [...(hasPublisher ? ['createPublisher'] : []), ...(hasConsumer ? ['startConsumer'] : [])]
    return [
      fileHeader(this.#plan.service.document.path),
      [
        ...(values.length === 0 ? [] : [`import { ${values.join(', ')} } from '${RUNTIME}'\n`]),
        this.#imports.printTypes(ending),
        ...(this.#plan.validators.size === 0 ? [] : [`import * as validators from './validators.js'\n`]),
      ].join(''),
      ...publisher,
      ...consumer,
      ...types,
      ...this.#envelopes.printed(),
      contract,
    ].join('\n')
  }

  #publisher(): readonly string[] {
    const { sends } = this.#plan.application
    const methods = sends.map(({ method, message, operations }) => {
      const options = this.#types.options(message, operations)
      const data = this.#types.data(message)
      const published = this.#imports.package(RUNTIME, 'Published')
      const documentation = this.#documentation(message)
      return `${documentation}  ${printKey(method)}(data: ${data}, attributes${options.isOptional ? '?' : ''}: ${options.type}): Promise<${published}>\n`
    })
    const { publisher, createPublisher, contract } = this.#names
    const connection = this.#imports.package(RUNTIME, 'Connection')
    const options = this.#imports.package(RUNTIME, 'PublisherOptions')
    return [
      `${printDocumentation({ description: `Publishes what ${this.#title()} sends.` })}export interface ${publisher} {\n${methods.join('')}}\n`,
      `${printDocumentation({ description: 'Makes the publisher over a connection.' })}export function ${createPublisher}(\n  connection: ${connection},\n  options?: ${options},\n): ${publisher} {\n` +
        `  return createPublisher<${publisher}>(connection, ${contract}, options)\n}\n`,
    ]
  }

  #consumer(): readonly string[] {
    const handled = new Map(
      this.#plan.application.receives.flatMap(({ messages }) =>
        messages.map(({ handler, message }) => [handler, message]),
      ),
    )
    const members = [...handled].map(([handler, message]) => {
      const type = this.#imports.package(RUNTIME, 'Handler')
      return `${this.#documentation(message)}  readonly ${printKey(handler)}: ${type}<${this.#types.event(message)}>\n`
    })
    const { handlers, startConsumer, contract } = this.#names
    const connection = this.#imports.package(RUNTIME, 'Connection')
    const consumer = this.#imports.package(RUNTIME, 'Consumer')
    const options = this.#imports.package(RUNTIME, 'ConsumerOptions')
    return [
      `${printDocumentation({ description: `Handles what ${this.#title()} receives.` })}export interface ${handlers} {\n${members.join('')}}\n`,
      `${printDocumentation({ description: 'Starts to consume; resolves when every subscription stands.' })}export function ${startConsumer}(\n  connection: ${connection},\n  handlers: ${handlers},\n  options?: ${options},\n): Promise<${consumer}> {\n` +
        `  return startConsumer(connection, ${contract}, handlers, options)\n}\n`,
    ]
  }

  #contract(): string {
    const { system, service, application } = this.#plan
    const literal = printLiteral({
      system: system.name,
      application: service.name,
      source: service.source,
      sends: this.#sends(),
      receives: this.#receives(),
      topology: printableTopology(applicationTopology(system, service)),
    })
    const type = this.#imports.package(RUNTIME, 'ApplicationContract')
    const description = `Constants of ${this.#title()}${application.sends.length > 0 ? '' : ', which only receives'}.`
    return `${printDocumentation({ description, place: service.document.path })}export const ${this.#names.contract}: ${type} = ${literal}\n`
  }

  #sends(): Literal {
    const { system, application } = this.#plan
    return Object.fromEntries(
      application.sends.map(({ method, message, operations }) => [
        method,
        {
          ...this.#message(message),
          targets: printableTargets(system, operations),
          key: this.#types.key(message),
          ...this.#validators('write', method),
        },
      ]),
    )
  }

  #receives(): Literal {
    const { system, application } = this.#plan
    return Object.fromEntries(
      application.receives.map(({ operation, messages }) => {
        const { prefetch, attempts, delay, multiplier, maxDelay } = operation.delivery
        return [
          operation.name,
          {
            name: operation.name,
            sources: printableSources(system, operation),
            delivery: { prefetch, attempts, delay, multiplier, maxDelay },
            messages: Object.fromEntries(
              messages.map(({ handler, message }) => [
                handler,
                { ...this.#message(message), ...this.#validators('read', handler) },
              ]),
            ),
          },
        ]
      }),
    )
  }

  #message(message: Message): { readonly [key: string]: Literal } {
    return {
      name: message.name,
      type: message.type,
      contentType: message.contentType,
      schema: message.version?.id,
      envelope: new Code(this.#envelope(message)),
    }
  }

  #envelope(message: Message): string {
    const { mode, attributes, data } = message.envelope
    const name = this.#types.envelopeName(message)
    const literal = printLiteral({ mode, attributes: attributes as unknown as Literal, data })
    return this.#envelopes.name(name.slice(0, 1).toLowerCase() + name.slice(1), literal, (chosen) => {
      return `const ${chosen}: ${this.#imports.package(RUNTIME, 'EnvelopeMapping')} = ${literal}\n`
    })
  }

  #validators(side: 'read' | 'write', name: string): { readonly [key: string]: Literal } {
    const { validators } = this.#plan
    const [payload, headers] = [validatorName(side, name), headersValidatorName(side, name)]
    return {
      validate: new Code(validators.has(payload) ? `validators.${payload}` : '() => true'),
      validateHeaders: validators.has(headers) ? new Code(`validators.${headers}`) : undefined,
    }
  }

  #documentation(message: Message): string {
    const description = [
      message.summary ?? message.title,
      message.description,
      foreignSchema(message),
    ].filter((text) => text !== undefined)
    return printDocumentation(
      { description: description.join('\n\n'), deprecated: message.deprecated, place: placeOf(message.node) },
      '  ',
    )
  }

  #title(): string {
    const { service, system } = this.#plan
    return `${service.title} ${service.version} (${system.name})`
  }
}

function foreignSchema(message: Message): string | undefined {
  if (hasJsonSchema(message)) return undefined
  return `The data is described in ${message.schemaFormat ?? 'another language'}; it is neither typed nor checked here.`
}
