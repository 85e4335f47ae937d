import { Parser } from '@asyncapi/parser'
import { documentStructure } from '@asyncapi/parser/cjs/ruleset/functions/documentStructure.js'
import type { ContractFile } from '../../model/catalog.ts'

type Context = Parameters<typeof documentStructure>[2]

/**
 * The rules that hold a document against the meta-schema of AsyncAPI keep the compiled meta-schema for one document's
 * inventory. Compiling takes 0.4 s and the rest of a document 20 ms, so all documents are given one and the same.
 */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- an identity to keep things by, which nobody looks into
const sharedInventory = {} as Context['documentInventory']

function structureOnce(input: unknown, options: { resolved: boolean }, context: Context) {
  return documentStructure(input, options, { ...context, documentInventory: sharedInventory })
}

/** A parser with all its default rules that sees nothing but the files given. Their paths are absolute URLs below `/`. */
export function createParser(files: ReadonlyMap<string, ContractFile>): Parser {
  return new Parser({
    ruleset: {
      rules: {
        'asyncapi-document-resolved': structureRule(true),
        'asyncapi-document-unresolved': structureRule(false),
      },
    },
    __unstable: {
      resolver: { resolvers: ['file', 'http', 'https'].map((scheme) => resolverOf(scheme, files)) },
    },
  })
}

function structureRule(resolved: boolean) {
  return {
    message: '{{error}}',
    severity: 'error',
    given: '$',
    resolved,
    // oxlint-disable-next-line unicorn/no-thenable -- the name that Spectral gives it
    then: { function: structureOnce, functionOptions: { resolved } },
  } as const
}

/**
 * Stands before the parser's own resolvers, which read the disk and the network. It always answers, because the parser
 * asks the next resolver otherwise. The loader has refused references that lead nowhere; what is left looks like a
 * reference in an example or an extension.
 */
function resolverOf(schema: string, files: ReadonlyMap<string, ContractFile>) {
  return {
    schema,
    order: 1,
    read: (uri: { path: () => string }): string => {
      const path = decodeURIComponent(uri.path()).replace(/^\//, '')
      return (schema === 'file' ? files.get(path)?.text : undefined) ?? '{}'
    },
  }
}
