import { createHash } from 'node:crypto'
import type { Catalog, ContractDocument, Json, Node } from '../../model/catalog.ts'
import { ContractError } from '../../model/contract-error.ts'
import { nodeId } from '../../model/node.ts'
import type { OpaqueVersions } from './opaque-versions.ts'

/**
 * Makes keys of documents: equal keys, the same verdict at the same places. A key covers the text of a document and all
 * that it refers to, but for opaque versions.
 */
export function documentKeys(
  catalog: Catalog,
  opaque: OpaqueVersions,
): (document: ContractDocument) => string {
  const definitions = new Map<Json, Definition>()
  return ({ path, node }) => {
    const hash = createHash('sha256').update(masked(catalog.files.get(path)?.text ?? '', path, opaque))
    const found = new Map<string, Node>([[nodeId(node), node]])
    for (const [id, met] of found) {
      const { text, targets } = definitions.get(met.value) ?? readDefinition(catalog, met, opaque)
      definitions.set(met.value, { text, targets })
      hash.update(`\0${id}\0${text}`)
      for (const target of targets) if (!found.has(nodeId(target))) found.set(nodeId(target), target)
    }
    return hash.digest('hex')
  }
}

interface Definition {
  readonly text: string
  readonly targets: readonly Node[]
}

/** Also follows what only looks like a reference, in an example for instance, as the parser does. */
function readDefinition(catalog: Catalog, { file, value }: Node, opaque: OpaqueVersions): Definition {
  const text = masked(JSON.stringify(value), file, opaque)
  const refs = new Set(Array.from(text.matchAll(/"\$ref":("(?:[^"\\]|\\.)*")/g), ([, ref = '']) => ref))
  const targets = [...refs].flatMap((ref) => targetOf(catalog, file, JSON.parse(ref) as string))
  return { text, targets: targets.filter((target) => !opaque.has(target.file)) }
}

/** A text without the names of the opaque versions that it refers to. */
function masked(text: string, file: string, opaque: OpaqueVersions): string {
  const references = opaque.referencesIn(file)
  if (references.size === 0) return text
  return text.replaceAll(/(\$ref["']?\s*:\s*["']?)([^\s"',}]+)/g, (all, before: string, ref: string) =>
    references.has(ref) ? before : all,
  )
}

function targetOf(catalog: Catalog, file: string, ref: string): readonly Node[] {
  if (ref === '') return []
  try {
    return [catalog.resolve({ file }, ref)]
  } catch (error) {
    // It only looked like one: the loader has refused those that lead nowhere.
    if (error instanceof ContractError) return []
    throw error
  }
}
