import type { Code } from 'ajv'
import type { Json } from '../model/catalog.ts'
import { namesInheritedProperty, openAjv } from './open-ajv.ts'
import { rewriteStandalone } from './rewrite-standalone.ts'

/** What one generated module of validators holds. */
export interface ValidatorModule {
  /** Definitions to export, by export name. Names must be JavaScript identifiers. */
  readonly exports: ReadonlyMap<string, string>
  /** Schemas that the module compiles, by key. */
  readonly schemas: ReadonlyMap<string, Json>
  /** Validators that other modules export, by key of their definition. */
  readonly imports: ReadonlyMap<string, ValidatorImport>
  readonly tracksEvaluated: boolean
}

export interface ValidatorImport {
  readonly specifier: string
  readonly name: string
}

/**
 * Prints an ES module of validators compiled by ajv. A validator returns a boolean and leaves what failed first in its
 * `errors`: `instancePath`, `keyword` and `params`. The module imports other modules of validators and
 * `@concordat/runtime/validation`, nothing else.
 */
export async function printValidators(module: ValidatorModule): Promise<string> {
  const { default: standalone } = await import('ajv/dist/standalone/index.js')
  const imports = [...module.imports]
  const schemas = [...module.schemas]
  const ajv = await openAjv({
    printsCode: true,
    tracksEvaluated: module.tracksEvaluated,
    ownProperties: namesInheritedProperty(JSON.stringify(schemas)),
    reportsAll: false,
    imported: await importedCode(imports.map(([key]) => key)),
  })
  for (const [key, schema] of schemas) ajv.addSchema(schema as object, key)
  const code = standalone.default(ajv, Object.fromEntries(module.exports))
  return rewriteStandalone(
    code,
    imports.map(([, imported]) => imported),
  )
}

/** The place in the list of imports stands for the import until the module is rewritten. */
async function importedCode(keys: readonly string[]): Promise<ReadonlyMap<string, Code>> {
  const { _ } = await import('ajv')
  return new Map(keys.map((key, index) => [key, _`imported[${index}]`]))
}
