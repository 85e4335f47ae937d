import { Parser } from '@asyncapi/parser'
import { documentStructure } from '@asyncapi/parser/cjs/ruleset/functions/documentStructure.js'
import { structureValidator } from './structure-validators.ts'
import { fromUrlPath } from './url-path.ts'

type Context = Parameters<typeof documentStructure>[2]

/** Something that the meta-schema of AsyncAPI does not allow. */
export interface StructureFault {
  readonly rule: string
  readonly message: string
  /** Keys from the root of the document, references followed; each with `~1` for `/`. */
  readonly path: readonly (string | number)[]
}

/**
 * A parser with all its default rules that sees nothing but the files given; their paths are absolute below `/`.
 *
 * @param textOf gives the text of a file, undefined where there is none
 * @param report gets what two of the rules find, which hold a document against the meta-schema. They report here and not
 * to the parser, because it cuts a path where it leads through a second file.
 */
export function createParser(
  textOf: (path: string) => string | undefined,
  report: (fault: StructureFault) => void,
): Parser {
  const rules = {
    'asyncapi-document-resolved': structureRule('asyncapi-document-resolved', true, report),
    'asyncapi-document-unresolved': structureRule('asyncapi-document-unresolved', false, report),
    'asyncapi-latest-version': nothing,
  }
  const resolvers = ['file', 'http', 'https'].map((scheme) => resolverOf(scheme, textOf))
  return new Parser({ ruleset: { rules }, __unstable: { resolver: { resolvers } } })
}

/**
 * Both rules keep the compiled meta-schema for one document's inventory. Compiling takes 0.4 s and the rest of a document
 * 20 ms, so all documents are given one and the same.
 */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- an identity to keep things by, which nobody looks into
const sharedInventory = {} as Context['documentInventory']

function structureRule(rule: string, resolved: boolean, report: (fault: StructureFault) => void) {
  const check = async (input: unknown, options: { resolved: boolean }, context: Context): Promise<void> => {
    if (await isAccepted(input, resolved)) return
    const shared = { ...context, documentInventory: sharedInventory }
    for (const { message, path = [] } of (await documentStructure(input, options, shared)) ?? [])
      report({ rule, message, path })
  }
  return {
    message: '{{error}}',
    severity: 'error',
    given: '$',
    resolved,
    // oxlint-disable-next-line unicorn/no-thenable -- the name that Spectral gives it
    then: { function: check, functionOptions: { resolved } },
  } as const
}

/** In the place of a rule for information, which is left out: the parser's own makes an Ajv for each document. */
// oxlint-disable-next-line unicorn/no-thenable -- the name that Spectral gives it
const nothing = { given: '$', then: { function: (): void => {} } } as const

/** Most documents are valid, and what is wrong with the others is the parser's to say. */
async function isAccepted(input: unknown, resolved: boolean): Promise<boolean> {
  const version =
    typeof input === 'object' && input !== null && 'asyncapi' in input ? input.asyncapi : undefined
  const accepts = typeof version === 'string' ? await structureValidator(version, resolved) : undefined
  return accepts?.(input) === true
}

/**
 * Stands before the parser's own resolvers, which read the disk and the network. It always answers, because the parser
 * asks the next resolver otherwise. The loader has refused references that lead nowhere; what is left looks like a
 * reference in an example or an extension.
 */
function resolverOf(schema: string, textOf: (path: string) => string | undefined) {
  return {
    schema,
    order: 1,
    read: (uri: { path: () => string }): string => {
      return (schema === 'file' ? textOf(fromUrlPath(uri.path())) : undefined) ?? '{}'
    },
  }
}
