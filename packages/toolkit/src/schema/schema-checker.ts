import type { ErrorObject } from 'ajv'
import type { Catalog, Json, Node } from '../model/catalog.ts'
import { limitTime } from './limit-time.ts'
import { namesInheritedProperty, openAjv, usesUnevaluated } from './open-ajv.ts'
import { SchemaVariants } from './schema-variants.ts'

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
  const validators = new Map<string, Promise<(value: Json) => readonly SchemaFailure[]>>()
  return {
    failures: async (schema, side, value) => {
      const key = variants.key(schema, side)
      const validator = validators.get(key) ?? compile(variants, key)
      validators.set(key, validator)
      return (await validator)(value)
    },
  }
}

async function compile(
  variants: SchemaVariants,
  key: string,
): Promise<(value: Json) => readonly SchemaFailure[]> {
  const definitions = variants.closure([key])
  const text = JSON.stringify(definitions.map((definition) => definition.schema))
  const ajv = await openAjv({
    printsCode: false,
    tracksEvaluated: usesUnevaluated(text),
    ownProperties: namesInheritedProperty(text),
    reportsAll: true,
    imported: new Map(),
  })
  for (const definition of definitions) ajv.addSchema(definition.schema as object, definition.key)
  const validate = ajv.getSchema(key)
  if (validate === undefined) throw new Error(`ajv lost the schema ${key}`)
  return (value) => {
    const verdict = limitTime(() => validate(value) === true, LONGEST_CHECK)
    if (verdict === 'timeout') return [endless]
    return verdict ? [] : (validate.errors ?? []).map(toFailure)
  }
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
