import type { Ajv, Code, ErrorObject, ValidateFunction } from 'ajv'
import type { Catalog, Json, Node } from '../model/catalog.ts'
import type { AcceptsPlainly } from './accepts-plainly.ts'
import { limitTime } from './limit-time.ts'
import { namesInheritedProperty, openAjv } from './open-ajv.ts'
import { definitionClosure, SchemaVariants, type VariantDefinition } from './schema-variants.ts'

/** What a value fails at. */
export interface SchemaFailure {
  /** JSON Pointer into the value. */
  readonly instancePath: string
  readonly keyword: string
  readonly message: string
  /** What ajv knows besides: the name of the undeclared property, the allowed values. */
  readonly params: Readonly<Record<string, unknown>>
}

/** Validates values in this process exactly as generated code does. */
export interface SchemaChecker {
  /**
   * All that a value fails at, on the side of the publisher (`write`, strict) or of the consumer (`read`, tolerant).
   * The schema must have passed `checkSchema`, and so must those that it refers to.
   */
  readonly failures: (schema: Node, side: 'read' | 'write', value: Json) => Promise<readonly SchemaFailure[]>
}

export function createSchemaChecker(catalog: Catalog): SchemaChecker {
  const variants = new SchemaVariants(catalog)
  const compilers = new Map<string, Promise<Ajv>>()
  let plain: Promise<AcceptsPlainly> | undefined
  return {
    failures: async (schema, side, value) => {
      const definition = variants.define(schema, side)
      plain ??= import('./accepts-plainly.ts').then(({ openPlainAcceptance }) => openPlainAcceptance())
      const acceptsPlainly = await plain
      if (acceptsPlainly(definition, value)) return []
      const { validate, hasPatterns } = await validatorOf(compilers, definition)
      const run = (): boolean => validate(value)
      const verdict = hasPatterns ? limitTime(run, LONGEST_CHECK) : run()
      if (verdict === 'timeout') return [endless]
      return verdict ? [] : (validate.errors ?? []).map(toFailure)
    },
  }
}

interface CompiledSchema {
  readonly validate: ValidateFunction
  /** Regular expressions may take for ever; the rest of a schema does not. */
  readonly hasPatterns: boolean
}

/** Schemas that need the same settings are compiled together, so each definition that they share is compiled once. */
async function validatorOf(
  compilers: Map<string, Promise<Ajv>>,
  definition: VariantDefinition,
): Promise<CompiledSchema> {
  const definitions = definitionClosure([definition])
  const text = JSON.stringify(definitions.map(({ schema }) => schema))
  const settings = {
    tracksEvaluated: definitions.some((used) => used.usesUnevaluated),
    ownProperties: namesInheritedProperty(text),
  }
  const name = JSON.stringify(settings)
  const compiler =
    compilers.get(name) ??
    openAjv({ ...settings, printsCode: false, reportsAll: true, imported: new Map<string, Code>() })
  compilers.set(name, compiler)
  const ajv = await compiler
  for (const { key, schema } of definitions)
    if (ajv.schemas[key] === undefined) ajv.addSchema(schema as object, key)
  const validate = ajv.getSchema(definition.key)
  if (validate === undefined) throw new Error(`ajv lost the schema ${definition.id}`)
  return { validate, hasPatterns: text.includes('"pattern') }
}

/** Milliseconds. A value takes microseconds, unless a pattern backtracks over it. */
const LONGEST_CHECK = 1_000

const endless: SchemaFailure = {
  instancePath: '',
  keyword: 'pattern',
  message: 'takes more than a second to check, because a pattern backtracks',
  params: {},
}

function toFailure({ instancePath, keyword, message, params }: ErrorObject): SchemaFailure {
  return { instancePath, keyword, message: message ?? `fails ${keyword}`, params }
}
