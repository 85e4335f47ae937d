import type { Catalog, ContractDocument } from '../../model/catalog.ts'
import { nodeId } from '../../model/node.ts'
import { cached } from '../cached.ts'
import type { DocumentFault } from '../documents/document-fault.ts'
import { documentKeys } from '../documents/document-key.ts'
import { opaqueVersions } from '../documents/opaque-versions.ts'
import { oversizedVersions } from '../documents/oversized-versions.ts'
import { schemaObjectFaults } from '../documents/schema-object-faults.ts'
import type { ValidateDocument } from '../documents/validate-document.ts'
import type { Rule, Violation } from '../rule.ts'
import { reachedSchemas } from '../schemas/reached-schemas.ts'
import { schemaProblems } from '../schemas/schema-problems.ts'

export const asyncapi: Rule = {
  id: 'asyncapi',
  severity: 'error',
  summary:
    'A document is not valid AsyncAPI. Findings carry the name of the rule of @asyncapi/parser, ' +
    '`asyncapi/asyncapi-document-resolved` for instance, and its severity.',
  why: 'Other tools refuse the document, or read something else in it.',
  check: async (context) => {
    const { catalog, cache } = context
    const validate = lazyValidator(catalog)
    // Said by another rule in better words.
    const invalid = new Set(schemaProblems(context).map(({ node }) => nodeId(node)))
    const opaque = opaqueVersions(catalog)
    const keyOf = documentKeys(context, opaque)
    const found: [DocumentFault, string][] = []
    for (const document of documentsOf(catalog)) {
      const faults = await cached(cache, 'lint-documents', keyOf(document), () => validate(document))
      found.push(...faults.map((fault): [DocumentFault, string] => [fault, document.asyncapi]))
    }
    for (const fault of [
      ...schemaObjectFaults(reachedSchemas(context), opaque),
      ...oversizedVersions(catalog, opaque),
    ])
      found.push([fault, OPAQUE_SINCE])
    const own = found.filter(([fault]) => !invalid.has(nodeId(fault)))
    return own.map(([fault, asyncapi]) => toViolation(fault, asyncapi))
  },
}

function documentsOf(catalog: Catalog): Iterable<ContractDocument> {
  const documents = catalog.systems.flatMap((system) => system.documents)
  return new Map(documents.map((document) => [document.path, document])).values()
}

/** The parser takes 0.3 s to import, so it is imported only where the cache knows no answer. */
function lazyValidator(catalog: Catalog): ValidateDocument {
  let loaded: Promise<ValidateDocument> | undefined
  const load = async (): Promise<ValidateDocument> => {
    const { documentValidator } = await import('../documents/validate-document.ts')
    return documentValidator(catalog)
  }
  return async (document) => {
    loaded ??= load()
    return (await loaded)(document)
  }
}

/** The version of AsyncAPI from which on versions are opaque to documents. */
const OPAQUE_SINCE = '3.0.0'

function toViolation(fault: DocumentFault, asyncapi: string): Violation {
  const { file, pointer, message, severity, code } = fault
  const specification = `https://www.asyncapi.com/docs/reference/specification/v${asyncapi}`
  const { fix = `Write it as the specification says: ${specification}` } = fault
  return { at: { file, pointer }, message, fix, severity, code }
}
