import type { Catalog, Json, JsonObject, SubjectVersion } from '../../model/catalog.ts'
import { child, entries, text } from '../../model/node.ts'
import { mostFrequent } from '../most-frequent.ts'
import { sentenceCase } from '../names.ts'

/** The first version of a subject: a schema to write the fields into, with the one that says what it is about. */
export interface EventSchema {
  readonly schema: JsonObject
  /** The field that identifies what the event is about. */
  readonly idField: string
  /** Data as the schema wants it. */
  readonly example: JsonObject
}

export function eventSchema(
  catalog: Catalog,
  domain: string,
  subject: string,
  messageName: string,
): EventSchema {
  const [entity = subject] = subject.split(/[.-]/)
  const all = catalog.subjects.flatMap(({ versions }) => versions.at(-1) ?? [])
  const own = all.filter((version) => version.subject.startsWith(`${domain}/`))
  const idField = writesCamelCase(own.length > 0 ? own : all) ? `${entity}Id` : `${entity}_id`
  const [first = `${entity}-1`, second = `${entity}-2`] = knownValues(own, idField)
  const example = { [idField]: first }
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: `concordat:/${domain}/${subject}/1.0.0.json`,
    title: messageName,
    description: `${sentenceCase(subject)}.`,
    type: 'object',
    properties: { [idField]: knownSchema(own, idField) ?? idSchema(entity) },
    required: [idField],
    examples: [example, { [idField]: second }],
  }
  return { schema, idField, example }
}

function writesCamelCase(versions: readonly SubjectVersion[]): boolean {
  const names = versions.flatMap(({ schema }) => entries(child(schema, 'properties')).map(([name]) => name))
  const camelCase = names.filter((name) => /^[a-z0-9]+(?:[A-Z][a-z0-9]*)+$/.test(name))
  const snakeCase = names.filter((name) => name.includes('_'))
  return camelCase.length > snakeCase.length
}

/** What the domain says elsewhere about a field of the same name, by reference to a shared type. */
function knownSchema(versions: readonly SubjectVersion[], field: string): Json | undefined {
  const schemas = versions.flatMap(({ schema }) => {
    const properties = child(schema, 'properties')
    const ref = text(properties && child(properties, field), '$ref')
    return ref === undefined || ref.startsWith('#') ? [] : [{ $ref: ref }]
  })
  return mostFrequent(schemas)
}

/** Values of a field in the examples of the versions that refer to a shared type for it. */
function knownValues(versions: readonly SubjectVersion[], field: string): readonly Json[] {
  const values = versions
    .filter((version) => knownSchema([version], field) !== undefined)
    .flatMap(({ examples }) => examples.flatMap((example) => child(example, field)?.value ?? []))
  return [...new Set(values)]
}

function idSchema(entity: string): Json {
  return { type: 'string', description: `Identifier of the ${entity}.`, minLength: 1, maxLength: 64 }
}
