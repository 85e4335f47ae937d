import { hash } from 'node:crypto'
import type { GeneratorOptions, GeneratorUnit } from '@concordat/toolkit/codegen'
import { type Catalog, ContractError, type ContractProblem, type Message } from '@concordat/toolkit/model'
import { printValidators, SchemaLinks } from '@concordat/toolkit/schema'
import { type ClientPlan, planClient } from './client-plan.ts'
import { digest } from './digest.ts'
import { fileHeader } from './file-header.ts'
import { hasJsonSchema } from './json-schema-payload.ts'
import { keyProblem } from './message-key.ts'
import { MessageFiles } from './message-files.ts'
import { printClient } from './print-client.ts'
import { printServiceValidators, printServiceValidatorTypes } from './print-service-validators.ts'
import { printTypeModule } from './print-type-module.ts'
import { schemaContent } from './schema-content.ts'
import { schemaProblems } from './schema-problems.ts'
import { createSchemaHomes } from './schema-homes.ts'
import { planTypes, type TypeModule, type TypePlan } from './type-plan.ts'
import { type PlannedValidators, ValidatorPlan } from './validator-plan.ts'

/**
 * Units, from the smallest: the types of a schema, the validators of a schema, the client of an application. A change of
 * one schema changes its own two units only.
 */
export function planClients(catalog: Catalog, options: GeneratorOptions): readonly GeneratorUnit[] {
  const ending = importExtension(options)
  const homes = createSchemaHomes(catalog)
  const messages = usedMessages(catalog)
  refuse(messages.flatMap((message) => keyProblem(catalog, message) ?? []))
  const data = messages.flatMap((message) =>
    hasJsonSchema(message) && message.data !== undefined ? [message.data] : [],
  )
  const links = new SchemaLinks(catalog)
  const types = planTypes(catalog, homes, links, data)
  const files = new MessageFiles(catalog, links)
  const documents = hashOfDocuments(catalog)
  const validators = new ValidatorPlan(catalog, homes, links)
  const clients = catalog.systems.flatMap((system) =>
    system.services.map((service) => planClient(catalog, validators, system, service)),
  )
  return [
    ...types.modules.map((module) => typeUnit(catalog, types, module, ending)),
    ...validators.modules().map((planned) => validatorUnit(catalog, planned)),
    ...clients.map((client) => clientUnit(catalog, types, files, documents, client, ending)),
  ]
}

/** The messages that some application sends or receives. */
function usedMessages(catalog: Catalog): readonly Message[] {
  const operations = catalog.systems.flatMap(({ services }) =>
    services.flatMap((service) => service.operations),
  )
  return [...new Set(operations.flatMap((operation) => operation.messages))]
}

function typeUnit(catalog: Catalog, types: TypePlan, module: TypeModule, ending: string): GeneratorUnit {
  const path = `${module.path}.ts`
  return {
    inputs: digest([
      ending,
      module.origin,
      module.types.map((type) => [
        type.name,
        schemaContent(catalog, type.schema),
        type.uses.map((use) => types.find(use)),
        type.consults.map((schema) => schemaContent(catalog, schema)),
      ]),
    ]),
    paths: [path],
    render: async () => {
      // The validators may be known from before: a mistake need not show in what they are compiled from.
      refuse(module.types.flatMap(({ schema }) => schemaProblems(catalog, schema)))
      return [{ path, content: await printTypeModule(catalog, types, module, ending) }]
    },
  }
}

function validatorUnit(
  catalog: Catalog,
  { path, origin, module, schemas: contract, inputs }: PlannedValidators,
): GeneratorUnit {
  return {
    inputs,
    paths: [path],
    render: async () => {
      refuse(contract.flatMap((schema) => schemaProblems(catalog, schema)))
      return [{ path, content: `${fileHeader(origin)}\n${await printValidators(module())}` }]
    },
  }
}

/** A client depends on what is not a version of a schema, on the schemas of its messages and on where their code stands. */
function clientUnit(
  catalog: Catalog,
  types: TypePlan,
  files: MessageFiles,
  documents: string,
  client: ClientPlan,
  ending: string,
): GeneratorUnit {
  const { folder, service, validators } = client
  const messages = service.operations.flatMap((operation) => operation.messages)
  return {
    inputs: digest([
      ending,
      service.document.path,
      documents,
      // In 2.x a parameter is described by a schema, which may be a version of a subject.
      service.operations.map((operation) => operation.channel.parameters),
      messages.map((message) => [
        files.digestOf(message),
        message.data === undefined ? null : types.find(message.data),
        message.version?.id,
      ]),
      [...validators],
    ]),
    paths: [`${folder}/client.ts`, `${folder}/validators.d.ts`, `${folder}/validators.js`],
    render: () =>
      Promise.resolve([
        { path: `${folder}/client.ts`, content: printClient(catalog, types, client, ending) },
        { path: `${folder}/validators.d.ts`, content: printServiceValidatorTypes(client) },
        { path: `${folder}/validators.js`, content: printServiceValidators(client) },
      ]),
  }
}

/** Documents and whatever they refer to, without the versions of subjects. */
function hashOfDocuments(catalog: Catalog): string {
  const versions = new Set(catalog.subjects.flatMap((subject) => subject.versions.map(({ path }) => path)))
  const documents = [...catalog.files.values()].filter(({ path }) => !versions.has(path))
  return hash(
    'sha256',
    documents
      .map(({ path, hash: content }) => `${path} ${content}`)
      .toSorted()
      .join('\n'),
  )
}

/** `targets.typescript.importExtension`: what imports of generated modules end with. */
function importExtension({ importExtension: extension = '.js' }: GeneratorOptions): string {
  if (extension === '.js' || extension === '.ts' || extension === '') return extension
  throw new ContractError([
    {
      code: 'bad-config',
      message: `The option importExtension of the target typescript is ${JSON.stringify(extension)}.`,
      fix: 'Use ".js", ".ts" or "".',
      place: undefined,
    },
  ])
}

function refuse([first, ...rest]: readonly ContractProblem[]): void {
  if (first !== undefined) throw new ContractError([first, ...rest])
}
