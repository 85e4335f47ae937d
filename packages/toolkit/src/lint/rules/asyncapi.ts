import { hash } from 'node:crypto'
import type { Catalog, ContractDocument } from '../../model/catalog.ts'
import { cached } from '../cached.ts'
import { definitionKey } from '../schemas/definition.ts'
import type { DocumentFault } from '../documents/validate-document.ts'
import type { Rule, RuleContext, Violation } from '../rule.ts'

export const asyncapi: Rule = {
  id: 'asyncapi',
  severity: 'error',
  summary:
    'A document is not valid AsyncAPI. Findings carry the name of the rule of @asyncapi/parser, ' +
    '`asyncapi/asyncapi-document-resolved` for instance, and its severity.',
  why: 'Other tools refuse the document, or read something else in it.',
  check: async ({ catalog, cache }) => {
    const documents = new Map<string, ContractDocument>()
    for (const document of catalog.systems.flatMap((system) => system.documents))
      documents.set(document.path, document)
    const violations: Violation[] = []
    for (const document of documents.values()) {
      const faults = await faultsOf({ catalog, cache }, document)
      violations.push(...faults.map((fault) => toViolation(fault, document)))
    }
    return violations
  },
}

/** The parser takes 0.3 s to import, so it is imported only where the cache knows no answer. */
function faultsOf(
  { catalog, cache }: Pick<RuleContext, 'catalog' | 'cache'>,
  document: ContractDocument,
): Promise<readonly DocumentFault[]> {
  return cached(cache, 'lint-documents', keyOf(catalog, document), async () => {
    const { validateDocument } = await import('../documents/validate-document.ts')
    return validateDocument(catalog.files, document.path)
  })
}

function keyOf(catalog: Catalog, { path, node }: ContractDocument): string {
  const text = catalog.files.get(path)?.text ?? ''
  return hash('sha256', JSON.stringify([text, definitionKey(catalog, node)]))
}

function toViolation(fault: DocumentFault, { asyncapi }: ContractDocument): Violation {
  const { file, pointer, message, severity, code } = fault
  return {
    at: { file, pointer },
    message,
    fix: `Write it as the specification says: https://www.asyncapi.com/docs/reference/specification/v${asyncapi}`,
    severity,
    code,
  }
}
