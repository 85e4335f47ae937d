import { AsyncAPIFormats } from '@asyncapi/parser/cjs/ruleset/formats.js'
import { getSchema } from '@asyncapi/parser/cjs/ruleset/functions/documentStructure.js'
import { Ajv } from 'ajv'
import { default as standalone } from 'ajv/dist/standalone/index.js'
import { default as formats } from 'ajv-formats'

/** The versions of AsyncAPI that most documents are written in. */
export const STRUCTURE_VERSIONS: readonly string[] = ['2.6.0', '3.0.0', '3.1.0']

/**
 * Code of a CommonJS module whose export accepts the documents that @asyncapi/parser finds nothing wrong with when it
 * holds them against the meta-schema of their version: the same schema with the same options, but for the messages.
 *
 * @param resolved whether it is for documents with their references resolved
 */
export function compileStructure(version: string, resolved: boolean): string {
  const format = AsyncAPIFormats.find(version)
  const schema = format && getSchema(new Set([format]), resolved)
  if (schema === undefined) throw new Error(`@asyncapi/parser does not know AsyncAPI ${version}`)
  const ajv = new Ajv({
    code: { source: true },
    messages: false,
    strict: false,
    allowUnionTypes: true,
    unicodeRegExp: false,
  })
  formats.default(ajv)
  return standalone.default(ajv, ajv.compile(schema))
}
