import { child, entries, followRef, items, nodeId } from '@concordat/toolkit/model'
import type { Catalog, Json, Node } from '@concordat/toolkit/model'
import { h, type JSX } from 'preact'

const MAX_DEPTH = 12
/** A schema that branches at each level would fill more pages than anybody reads. */
const MAX_ROWS = 400

/** A schema as a table with a row a property; nested ones are named by their path. */
export function schemaView(catalog: Catalog, schema: Node): JSX.Element {
  const rows: JSX.Element[] = []
  for (const row of propertyRows(catalog, schema, '', [])) if (rows.push(row) === MAX_ROWS) break
  if (rows.length === 0) return h('p', null, 'Type: ', h('code', null, typeOf(catalog, schema)))
  return h(
    'div',
    null,
    h(
      'table',
      { class: 'stack' },
      h(
        'thead',
        null,
        h(
          'tr',
          null,
          ['Property', 'Type', 'Required', 'Meaning'].map((name) => h('th', { scope: 'col' }, name)),
        ),
      ),
      h('tbody', null, rows),
    ),
    rows.length === MAX_ROWS ? h('p', null, `Only the first ${MAX_ROWS} properties are shown.`) : null,
  )
}

/**
 * Yields rows as they are asked for, so that a schema of any size costs no more than what is shown.
 * @param trail schemas that this one stands in, so that a recursive one ends
 */
function* propertyRows(
  catalog: Catalog,
  node: Node,
  path: string,
  trail: readonly string[],
): Generator<JSX.Element> {
  const schema = followRef(catalog, node)
  const id = nodeId(schema)
  if (trail.includes(id) || trail.length > MAX_DEPTH) return
  const below = [...trail, id]
  const required = new Set(items(child(schema, 'required')).map((item) => item.value))
  for (const [name, property] of entries(child(schema, 'properties'))) {
    const propertyPath = path === '' ? name : `${path}.${name}`
    yield propertyRow(catalog, property, propertyPath, required.has(name))
    yield* propertyRows(catalog, property, propertyPath, below)
  }
  const element = child(schema, 'items')
  if (element !== undefined) yield* propertyRows(catalog, element, `${path}[]`, below)
  for (const keyword of ['allOf', 'anyOf', 'oneOf'])
    for (const branch of items(child(schema, keyword))) yield* propertyRows(catalog, branch, path, below)
}

function propertyRow(catalog: Catalog, property: Node, path: string, isRequired: boolean): JSX.Element {
  const description = child(property, 'description') ?? child(followRef(catalog, property), 'description')
  return h(
    'tr',
    null,
    h('td', null, h('code', null, path)),
    h('td', null, h('code', null, typeOf(catalog, property))),
    h('td', { 'data-label': 'Required' }, isRequired ? 'yes' : 'no'),
    h('td', null, typeof description?.value === 'string' ? description.value : null),
  )
}

function typeOf(catalog: Catalog, node: Node): string {
  const schema = followRef(catalog, node)
  const stated = (keyword: string): Json | undefined => child(schema, keyword)?.value
  if (schema.value === false) return 'never'
  const constant = stated('const')
  if (constant !== undefined) return JSON.stringify(constant)
  const values = items(child(schema, 'enum'))
  if (values.length > 0) return values.map(({ value }) => JSON.stringify(value)).join(' | ')
  const types = [stated('type') ?? (stated('properties') === undefined ? 'any' : 'object')].flat()
  const name = types.filter((type) => typeof type === 'string').join(' | ')
  const format = stated('format')
  return typeof format === 'string' ? `${name} (${format})` : name
}
