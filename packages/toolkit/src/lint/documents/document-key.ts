import { hash } from 'node:crypto'
import type { Catalog, ContractDocument } from '../../model/catalog.ts'
import { definitionKeys, readDefinition } from '../schemas/definition.ts'
import type { OpaqueVersions } from './opaque-versions.ts'

/**
 * Makes keys of documents: equal keys, the same verdict at the same places. A key covers the text of a document and all
 * that it refers to, but for opaque versions.
 */
export function documentKeys(
  catalog: Catalog,
  opaque: OpaqueVersions,
): (document: ContractDocument) => string {
  const keyOf = definitionKeys(catalog, (node) => {
    const text = masked(JSON.stringify(node.value), node.file, opaque)
    const { targets } = readDefinition(catalog, node, text)
    return { text, targets: targets.filter((target) => !opaque.has(target.file)) }
  })
  return ({ path, node }) => {
    const text = masked(catalog.files.get(path)?.text ?? '', path, opaque)
    return hash('sha256', JSON.stringify([text, keyOf(node)]))
  }
}

/** A text without the names of the opaque versions that it refers to. */
function masked(text: string, file: string, opaque: OpaqueVersions): string {
  const references = opaque.referencesIn(file)
  if (references.size === 0) return text
  return text.replaceAll(/(\$ref["']?\s*:\s*["']?)([^\s"',}]+)/g, (all, before: string, ref: string) =>
    references.has(ref) ? before : all,
  )
}
