import { type Catalog, loadCatalog, memorySource, type Subject } from '@concordat/toolkit/model'

/** A catalog with one subject `orders/order.created`, its schemas by version, beside other files. */
export async function subjectOf(
  versions: Readonly<Record<string, object>>,
  files: Readonly<Record<string, string>> = {},
): Promise<{ readonly catalog: Catalog; readonly subject: Subject }> {
  const schemas = Object.entries(versions).map(([version, schema]) => [
    `schemas/orders/order.created/${version}.json`,
    JSON.stringify(schema),
  ])
  const catalog = await loadCatalog(memorySource({ ...Object.fromEntries(schemas), ...files }))
  const subject = catalog.subjects.find(({ name }) => name === 'orders/order.created')
  if (subject === undefined) throw new Error('the versions were not read as a subject')
  return { catalog, subject }
}
