import type { Diagnostic } from '@asyncapi/parser'
import type { Catalog, ContractDocument, Json, Node } from '../../model/catalog.ts'
import type { Severity } from '../../model/finding.ts'
import { followRef } from '../../model/follow-ref.ts'
import { child } from '../../model/node.ts'
import { joinPointer } from '../../model/pointer.ts'
import { createParser, type StructureFault } from './create-parser.ts'
import type { DocumentFault } from './document-fault.ts'
import { opaqueVersions } from './opaque-versions.ts'
import { MOST_VALUES, tooLarge } from './too-large.ts'
import { fromUrlPath, toUrlPath } from './url-path.ts'
import { writeOuts } from './write-out.ts'

/** Says what is wrong with a document, also in the files that it refers to. One call at a time. */
export type ValidateDocument = (document: ContractDocument) => Promise<readonly DocumentFault[]>

/**
 * Validates documents of a catalog by @asyncapi/parser. Information and hints are left out: they are about newer versions
 * of AsyncAPI and unused definitions, not about what works.
 */
export function documentValidator(catalog: Catalog): ValidateDocument {
  const reported: StructureFault[] = []
  let circular: ReadonlyMap<string, readonly Node[]> = new Map()
  const opaque = opaqueVersions(catalog)
  const textOf = (path: string): string | undefined =>
    opaque.has(path) ? '{}' : textWithout(catalog, path, circular.get(path))
  const parser = createParser(textOf, (fault) => reported.push(fault))
  const writeOut = writeOuts(catalog, opaque)
  return async ({ path, node }) => {
    const written = writeOut(node)
    if (written.size > MOST_VALUES) return [tooLarge('document', node)]
    circular = Map.groupBy(written.circular, ({ file }) => file)
    const diagnostics = await parser.validate(textOf(path) ?? '', { source: toUrlPath(path) })
    const structure = reported.splice(0)
    const telling = structure.filter((fault) => !isEmptyWords(fault, structure))
    return [
      ...telling.map((fault) => toFault(catalog, node, fault)),
      ...diagnostics.flatMap((diagnostic) => readDiagnostic(diagnostic, path)),
    ]
  }
}

/**
 * A file as the parser may see it. Where schemas in several files contain each other, it follows every way through them,
 * and two files are enough to keep it busy for ever: so no reference may lead back to what it stands in.
 */
function textWithout(
  catalog: Catalog,
  path: string,
  circular: readonly Node[] | undefined,
): string | undefined {
  const file = catalog.files.get(path)
  if (file === undefined || circular === undefined) return file?.text
  const values = new Set(circular.map(({ value }) => value))
  return JSON.stringify(file.value, (_key, value: Json): Json => (values.has(value) ? {} : value))
}

/** The place is the nearest thing that is there: for a missing member, what it is missing in. */
function toFault(catalog: Catalog, document: Node, { rule, message, path }: StructureFault): DocumentFault {
  let node = document
  for (const token of path) {
    const key = String(token).replaceAll('~1', '/').replaceAll('~0', '~')
    const next = child(followRef(catalog, node), key)
    if (next === undefined) break
    node = next
  }
  return { code: rule, severity: 'error', message, file: node.file, pointer: node.pointer }
}

const severities: readonly (Severity | undefined)[] = ['error', 'warning']

function readDiagnostic(diagnostic: Diagnostic, document: string): readonly DocumentFault[] {
  const { code, message, source, path } = diagnostic
  const severity = severities[diagnostic.severity]
  if (severity === undefined) return []
  const file = source === undefined ? document : fromUrlPath(source)
  const pointer = path.reduce<string>((joined, token) => joinPointer(joined, String(token)), '')
  return [{ code: String(code), severity, message, file, pointer }]
}

/** `must match "else" schema` beside the message that says what is wrong inside. */
function isEmptyWords({ message, path }: StructureFault, faults: readonly StructureFault[]): boolean {
  if (!/must match "(?:then|else)" schema$/.test(message)) return false
  return faults.some(
    (other) => other.path.length > path.length && path.every((key, at) => other.path[at] === key),
  )
}
