import { hash } from 'node:crypto'
import type { Cache } from '../../cache/cache.ts'
import type { Catalog, ContractDocument, ContractFile } from '../../model/catalog.ts'
import { filesFrom } from '../files-from.ts'
import { definitionKeys, readDefinition } from '../schemas/definition.ts'
import type { OpaqueVersions } from './opaque-versions.ts'

/**
 * Makes keys of documents: equal keys, the same verdict at the same places. A key covers the text of a document and all
 * that it refers to, but for opaque versions. It is made anew only where one of the files is another than in an earlier run.
 */
export function documentKeys(
  { catalog, cache }: { readonly catalog: Catalog; readonly cache: Cache },
  opaque: OpaqueVersions,
): (document: ContractDocument) => string {
  const keyOf = definitionKeys(catalog, (node) => {
    const text = masked(JSON.stringify(node.value), node.file, opaque)
    const { targets } = readDefinition(catalog, node, text)
    return { text, targets: targets.filter((target) => !opaque.has(target.file)) }
  })
  const makeKey = ({ path, node }: ContractDocument): string => {
    const text = masked(catalog.files.get(path)?.text ?? '', path, opaque)
    return hash('sha256', JSON.stringify([text, keyOf(node)]))
  }
  return (document) => {
    const files = keyOfFiles(catalog, document.path, opaque)
    if (files === undefined) return makeKey(document)
    const known = cache.get(KIND, files)
    if (known !== undefined) return known
    const key = makeKey(document)
    cache.set(KIND, files, key)
    return key
  }
}

const KIND = 'lint-document-keys'

/** Undefined where a file has what only looks like a reference, in an example for instance: the parser follows it too. */
function keyOfFiles(catalog: Catalog, path: string, opaque: OpaqueVersions): string | undefined {
  const lines: string[] = []
  for (const name of filesFrom(catalog, path, opaque.has)) {
    const file = catalog.files.get(name)
    const isOpaque = opaque.has(name)
    if (file === undefined || (!isOpaque && hasLookalikes(file))) return undefined
    lines.push(`${name}\0${isOpaque ? '' : file.hash}`)
  }
  return hash('sha256', lines.join('\n'))
}

function hasLookalikes({ text, references }: ContractFile): boolean {
  const found = references.filter(({ pointer }) => pointer.endsWith('/$ref'))
  return text.split('$ref').length - 1 > found.length
}

/** A text without the names of the opaque versions that it refers to. */
function masked(text: string, file: string, opaque: OpaqueVersions): string {
  const references = opaque.referencesIn(file)
  if (references.size === 0) return text
  return text.replaceAll(/(\$ref["']?\s*:\s*["']?)([^\s"',}]+)/g, (all, before: string, ref: string) =>
    references.has(ref) ? before : all,
  )
}
