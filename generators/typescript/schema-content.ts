import { type Catalog, child, type Node } from '@concordat/toolkit/model'

/** Where a schema stands and what it says, for {@link GeneratorUnit.inputs}; a whole file is known by its hash. */
export function schemaContent(catalog: Catalog, { file, pointer, value }: Node): readonly unknown[] {
  const openness = catalog.openEnums ? ['open enums'] : []
  if (pointer === '') return [file, catalog.files.get(file)?.hash, ...openness]
  // The dialect of the file decides whether keywords beside a `$ref` count.
  const root = catalog.files.get(file)?.value
  const dialect = root === undefined ? undefined : child({ file, pointer: '', value: root }, '$schema')?.value
  return [file, pointer, value, dialect, ...openness]
}
