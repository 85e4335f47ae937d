import { loadCatalog, memorySource } from '@concordat/toolkit/model'
import { readSchemaTree } from '../read-schema-tree.ts'
import type { SchemaPart, SchemaTree } from '../schema-tree.ts'
import { plainText } from '../words.ts'

/** The tree of a schema as a subject's version `test/subject 1.0.0`, beside other files. */
export async function treeOf(
  schema: object | string,
  files: Readonly<Record<string, string>> = {},
  mostParts?: number,
): Promise<SchemaTree> {
  const path = 'schemas/test/subject/1.0.0.json'
  const text = typeof schema === 'string' ? schema : JSON.stringify(schema)
  const catalog = await loadCatalog(memorySource({ [path]: text, ...files }))
  const version = catalog.subjects
    .flatMap(({ versions }) => versions)
    .find(({ id }) => id === 'test/subject/1.0.0')
  if (version === undefined) throw new Error('the schema was not read as a version of a subject')
  return readSchemaTree(catalog, version.schema, mostParts)
}

/** Parts of all groups by their label. */
export function partsOf(tree: SchemaTree): ReadonlyMap<string, SchemaPart> {
  return new Map(
    tree.groups.flatMap(({ parts }) => parts.map((part) => [plainText(part.label), part] as const)),
  )
}

/** Facts as lines: `length: 1 to 64`. */
export function factsOf({ facts }: SchemaTree): readonly string[] {
  return facts.map(({ label, words }) => (label === undefined ? '' : `${label}: `) + plainText(words))
}

/** The tree that some labels lead to. */
export function at(tree: SchemaTree, ...labels: readonly string[]): SchemaTree {
  return labels.reduce((found, label) => {
    const part = partsOf(found).get(label)
    if (part === undefined) throw new Error(`no ${label} among ${[...partsOf(found).keys()].join(', ')}`)
    return part.schema
  }, tree)
}
