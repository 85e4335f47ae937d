import { type Catalog, child, items, type Message, type Node } from '@concordat/toolkit/model'
import { declaredSchema, referencedSchema } from '@concordat/toolkit/schema'

/** Examples of a message's data that its schema gives: a version of a subject, or a schema in the document. */
export function dataExamples(catalog: Catalog, { version, data }: Message): readonly Node[] {
  if (version !== undefined) return version.examples
  if (data === undefined) return []
  const schema = declaredSchema(catalog, data)
  return items(child(referencedSchema(catalog, schema) ?? schema, 'examples'))
}
