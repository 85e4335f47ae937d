import type { Catalog, ContractFile, Message, Node } from '../../model/catalog.ts'
import { child, entries, isObjectNode, nodeId } from '../../model/node.ts'
import { referenceOf } from '../../model/references.ts'
import { referredFile } from '../../model/referred-file.ts'
import { isAsyncApiSchemaFormat } from '../../model/schema-format.ts'
import { subschemas } from '../../schema/subschemas.ts'

/**
 * Versions of which a document's verdict depends on nothing but that a schema stands there. They are held against
 * AsyncAPI's Schema Object by themselves, so a new version costs no new verdict of the documents that refer to it.
 */
export interface OpaqueVersions {
  readonly has: (path: string) => boolean
  /** What the references of a file to such versions say. */
  readonly referencesIn: (path: string) => ReadonlySet<string>
}

const known = new WeakMap<Catalog['files'], OpaqueVersions>()

/** The versions to which documents refer only as a whole, only where AsyncAPI 3 has a Schema Object, and which refer only to versions. */
export function opaqueVersions(catalog: Catalog): OpaqueVersions {
  const found = known.get(catalog.files) ?? findVersions(catalog)
  known.set(catalog.files, found)
  return found
}

function findVersions(catalog: Catalog): OpaqueVersions {
  const versions = versionPaths(catalog)
  const open = opened(catalog, versions)
  const has = (path: string): boolean => versions.has(path) && !open.has(path)
  const references = new Map<string, ReadonlySet<string>>()
  return {
    has,
    referencesIn: (path) => {
      const refs = references.get(path) ?? new Set(referencesTo(catalog.files.get(path), has))
      references.set(path, refs)
      return refs
    },
  }
}

/** AsyncAPI 2 has rules about the examples and defaults of payloads: its documents are validated with all they refer to. */
function versionPaths({ systems, subjects }: Catalog): ReadonlySet<string> {
  const isNew = systems.every(({ documents }) => documents.every(({ asyncapi }) => asyncapi.startsWith('3.')))
  return new Set(isNew ? subjects.flatMap(({ versions }) => versions.map(({ path }) => path)) : [])
}

/** Versions that a validator must look into. */
function opened(catalog: Catalog, versions: ReadonlySet<string>): ReadonlySet<string> {
  // Without versions nothing is asked, and documents of AsyncAPI 2 refer to payloads that are no JSON.
  if (versions.size === 0) return new Set()
  const places = schemaPlaces(catalog, versions)
  const open = new Set<string>()
  const referrers = new Map<string, string[]>()
  for (const file of catalog.files.values())
    for (const reference of file.references) {
      const path = referredFile(catalog, reference)
      if (!versions.has(file.path)) {
        const isWhole = reference.path !== undefined && reference.fragment === ''
        if (!isWhole || !places.has(nodeId(reference))) open.add(path)
      } else if (!versions.has(path)) open.add(file.path)
      else if (path !== file.path) append(referrers, path, file.path)
    }
  for (const path of open) for (const referrer of referrers.get(path) ?? []) open.add(referrer)
  return open
}

function append(lists: Map<string, string[]>, key: string, value: string): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [value])
  else list.push(value)
}

function referencesTo(file: ContractFile | undefined, has: OpaqueVersions['has']): readonly string[] {
  return (file?.references ?? []).flatMap(({ path, ref }) => (path !== undefined && has(path) ? [ref] : []))
}

/** Where `$ref` stands in the place of a Schema Object outside of versions. */
function schemaPlaces(catalog: Catalog, versions: ReadonlySet<string>): ReadonlySet<string> {
  const places = new Set<string>()
  const waiting = [...schemaRoots(catalog)]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const place = `${nodeId(node)}/$ref`
    if (versions.has(node.file) || places.has(place)) continue
    places.add(place)
    const ref = referenceOf(node.value)
    if (ref !== undefined) waiting.push(catalog.resolve(node, ref))
    waiting.push(...subschemas(node).map((sub) => sub.node))
  }
  return places
}

function* schemaRoots({ systems }: Catalog): Iterable<Node> {
  for (const { messages, documents } of systems) {
    for (const message of messages) yield* wireSchemas(message)
    for (const { node } of documents) {
      const components = child(node, 'components')
      for (const [, schema] of entries(components && child(components, 'schemas')))
        yield* schemaObject(schema)
    }
  }
}

function wireSchemas({ node }: Message): readonly Node[] {
  return ['payload', 'headers'].flatMap((key) => {
    const written = child(node, key)
    return written === undefined ? [] : schemaObject(written)
  })
}

/** The schema itself, or the one in a wrapper that states its format, if that is AsyncAPI's own. */
function schemaObject(node: Node): readonly Node[] {
  if (!isObjectNode(node) || !Object.hasOwn(node.value, 'schema')) return [node]
  const format = child(node, 'schemaFormat')?.value
  const schema = child(node, 'schema')
  const isOwn = format === undefined || (typeof format === 'string' && isAsyncApiSchemaFormat(format))
  return isOwn && schema !== undefined ? [schema] : []
}
