import { hash } from 'node:crypto'
import type { Catalog, ContractDocument } from '../../model/catalog.ts'
import { nodeId } from '../../model/node.ts'
import { cached } from '../cached.ts'
import type { DocumentFault, ValidateDocument } from '../documents/validate-document.ts'
import type { Rule, Violation } from '../rule.ts'
import { definitionKey } from '../schemas/definition.ts'
import { schemaProblems } from '../schemas/schema-problems.ts'

export const asyncapi: Rule = {
  id: 'asyncapi',
  severity: 'error',
  summary:
    'A document is not valid AsyncAPI. Findings carry the name of the rule of @asyncapi/parser, ' +
    '`asyncapi/asyncapi-document-resolved` for instance, and its severity.',
  why: 'Other tools refuse the document, or read something else in it.',
  check: async ({ catalog, cache }) => {
    const validate = lazyValidator(catalog)
    // Said by another rule in better words.
    const invalid = new Set(schemaProblems(catalog).map(({ node }) => nodeId(node)))
    const violations: Violation[] = []
    for (const document of documentsOf(catalog)) {
      const key = keyOf(catalog, document)
      const faults = await cached(cache, 'lint-documents', key, () => validate(document))
      const own = faults.filter((fault) => !invalid.has(nodeId(fault)))
      violations.push(...own.map((fault) => toViolation(fault, document)))
    }
    return violations
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

function keyOf(catalog: Catalog, { path, node }: ContractDocument): string {
  const text = catalog.files.get(path)?.text ?? ''
  return hash('sha256', JSON.stringify([text, definitionKey(catalog, node)]))
}

function toViolation(fault: DocumentFault, { asyncapi }: ContractDocument): Violation {
  const { file, pointer, message, severity, code } = fault
  const specification = `https://www.asyncapi.com/docs/reference/specification/v${asyncapi}`
  const { fix = `Write it as the specification says: ${specification}` } = fault
  return { at: { file, pointer }, message, fix, severity, code }
}
