import { type Catalog, child, type Node, pointerTokens } from '@concordat/toolkit/model'

/** Maps under which schemas are defined by name. */
const DEFINITIONS: ReadonlySet<string> = new Set(['schemas', 'definitions', '$defs'])

/** Whether a schema is one that others refer to by name: it stands in such a map, or is a file of its own. */
export function isNamed({ pointer }: Pick<Node, 'pointer'>): boolean {
  const tokens = pointerTokens(pointer) ?? []
  return tokens.length === 0 || DEFINITIONS.has(tokens.at(-2) ?? '')
}

/** The name by which people know a schema that others refer to. */
export function typeName(catalog: Catalog, { file, pointer, value }: Node): string {
  const tokens = pointerTokens(pointer) ?? []
  if (tokens.length === 0) {
    const version = versionAt(catalog, file)
    return version ?? titleOf({ file, pointer, value }) ?? baseName(file)
  }
  const map = tokens.findLastIndex((token, index) => DEFINITIONS.has(token) && index < tokens.length - 1)
  const name = tokens[map + 1]
  return map >= 0 && map === tokens.length - 2 && name !== undefined
    ? name
    : (titleOf({ file, pointer, value }) ?? tokens.slice(-2).join('/'))
}

const known = new WeakMap<Catalog, ReadonlyMap<string, string>>()

/** Name of the version of a subject that a file is. */
function versionAt(catalog: Catalog, file: string): string | undefined {
  const names = known.get(catalog) ?? versionNames(catalog)
  known.set(catalog, names)
  return names.get(file)
}

function versionNames({ subjects }: Catalog): ReadonlyMap<string, string> {
  return new Map(
    subjects.flatMap(({ name, versions }) =>
      versions.map(({ path, version }) => [path, `${name} ${version}`] as const),
    ),
  )
}

function titleOf(schema: Node): string | undefined {
  const title = child(schema, 'title')?.value
  return typeof title === 'string' ? title : undefined
}

function baseName(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1).replace(/\.\w+$/, '')
}
