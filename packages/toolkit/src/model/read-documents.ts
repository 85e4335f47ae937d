import type { ContractDocument, ContractFile, Node } from './catalog.ts'
import type { FoundDocument } from './discover-documents.ts'
import { systemName } from './document-names.ts'
import { child, isObjectNode, text } from './node.ts'
import type { ProblemList } from './problem-list.ts'
import type { DocumentContext } from './read-context.ts'

/** The AsyncAPI documents among the files, by path. */
export function readDocuments(
  found: readonly FoundDocument[],
  files: ReadonlyMap<string, ContractFile>,
  problems: ProblemList,
): ReadonlyMap<string, DocumentContext> {
  const documents = new Map<string, DocumentContext>()
  for (const document of found) {
    const file = files.get(document.path)
    const context = file === undefined ? undefined : readDocument(file, systemName(document), problems)
    if (context !== undefined) documents.set(document.path, context)
  }
  return documents
}

function readDocument(
  file: ContractFile,
  system: string,
  problems: ProblemList,
): DocumentContext | undefined {
  const node: Node = { file: file.path, pointer: '', value: file.value }
  const version = child(node, 'asyncapi')
  if (!isObjectNode(node) || typeof version?.value !== 'string') {
    const message = `${file.path} is not an AsyncAPI document: it has no "asyncapi" version at its top.`
    problems.at(version ?? node, 'not-asyncapi', message, 'Write the version as a string, asyncapi: 3.0.0.')
    return undefined
  }
  const major = /^([23])\.\d+\.\d+/.exec(version.value)?.[1]
  if (major === undefined) {
    const message = `${file.path} is written in AsyncAPI ${JSON.stringify(version.value)}; Concordat reads 2.x and 3.x.`
    problems.at(version, 'unsupported', message, 'Convert it to AsyncAPI 3.0.0.')
    return undefined
  }
  const info = child(node, 'info')
  const document: ContractDocument = {
    path: file.path,
    asyncapi: version.value,
    title: text(info, 'title') ?? '',
    version: text(info, 'version') ?? '',
    description: text(info, 'description'),
    node,
  }
  const defaultContentType = text(node, 'defaultContentType') ?? 'application/json'
  return { document, system, major: major === '2' ? 2 : 3, defaultContentType }
}
