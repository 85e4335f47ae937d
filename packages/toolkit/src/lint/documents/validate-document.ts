import type { Diagnostic, Parser } from '@asyncapi/parser'
import type { ContractFile } from '../../model/catalog.ts'
import type { Severity } from '../../model/finding.ts'
import { joinPointer } from '../../model/pointer.ts'
import { createParser } from './create-parser.ts'

/** What the AsyncAPI parser says about one place. */
export interface DocumentFault {
  readonly code: string
  readonly severity: Severity
  readonly message: string
  readonly file: string
  readonly pointer: string
}

const parsers = new WeakMap<ReadonlyMap<string, ContractFile>, Parser>()

/**
 * Faults of one AsyncAPI document by @asyncapi/parser, those in files that it refers to included. Information and hints
 * are left out: they are about newer versions of AsyncAPI and unused definitions, not about what works.
 */
export async function validateDocument(
  files: ReadonlyMap<string, ContractFile>,
  path: string,
): Promise<readonly DocumentFault[]> {
  const parser = parsers.get(files) ?? createParser(files)
  parsers.set(files, parser)
  const diagnostics = await parser.validate(files.get(path)?.text ?? '', { source: `/${encodeURI(path)}` })
  const faults = diagnostics.flatMap((diagnostic) => toFault(diagnostic, path))
  return faults.filter((fault) => !isEmptyWords(fault, faults))
}

function toFault(
  { code, severity, message, source, path }: Diagnostic,
  document: string,
): readonly DocumentFault[] {
  const level = ([0, 1] as readonly number[]).indexOf(severity)
  const known = (['error', 'warning'] as const)[level]
  if (known === undefined) return []
  const file = source === undefined ? document : decodeURI(source).replace(/^\//, '')
  const pointer = path.reduce<string>((joined, token) => joinPointer(joined, String(token)), '')
  return [{ code: String(code), severity: known, message, file, pointer }]
}

/** `must match "else" schema` beside the message that says what is wrong inside. */
function isEmptyWords(fault: DocumentFault, faults: readonly DocumentFault[]): boolean {
  return (
    /must match "(?:then|else)" schema$/.test(fault.message) &&
    faults.some(({ file, pointer }) => file === fault.file && pointer.startsWith(`${fault.pointer}/`))
  )
}
