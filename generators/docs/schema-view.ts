import type { Catalog, Json, JsonObject, Node } from '@concordat/toolkit/model'
import { html } from './html.ts'
import type { Html } from './html.ts'

const MAX_DEPTH = 12

/** Rows of a property table: one a property, nested ones indented by their path. */
export function schemaView(catalog: Catalog, schema: Node): Html {
  const rows = propertyRows(catalog, schema, '', [])
  if (rows.length === 0) return html`<p>Type: <code>${typeOf(catalog, schema)}</code></p>`
  return html`<div class="scroll">
    <table>
      <thead>
        <tr>
          <th scope="col">Property</th>
          <th scope="col">Type</th>
          <th scope="col">Required</th>
          <th scope="col">Meaning</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`
}

function propertyRows(catalog: Catalog, node: Node, path: string, trail: readonly string[]): Html[] {
  const schema = follow(catalog, node)
  const identity = `${schema.file}#${schema.pointer}`
  if (!isObject(schema.value) || trail.includes(identity) || trail.length > MAX_DEPTH) return []
  const below = [...trail, identity]
  const required = schema.value['required']
  const own = Object.entries(objectAt(schema.value, 'properties')).flatMap(([name, value]) => {
    const property = child(schema, ['properties', name], value)
    const isRequired = Array.isArray(required) && required.includes(name)
    const propertyPath = path === '' ? name : `${path}.${name}`
    return [
      row(catalog, property, propertyPath, isRequired),
      ...propertyRows(catalog, property, propertyPath, below),
    ]
  })
  const items = schema.value['items']
  const inItems = isObject(items)
    ? propertyRows(catalog, child(schema, ['items'], items), `${path}[]`, below)
    : []
  const combined = ['allOf', 'anyOf', 'oneOf'].flatMap((keyword) => {
    const branches = schema.value
    const list = isObject(branches) ? branches[keyword] : undefined
    return Array.isArray(list)
      ? list.flatMap((branch: Json, index) =>
          propertyRows(catalog, child(schema, [keyword, String(index)], branch), path, below),
        )
      : []
  })
  return [...own, ...inItems, ...combined]
}

function row(catalog: Catalog, property: Node, path: string, isRequired: boolean): Html {
  const { value } = follow(catalog, property)
  const description = isObject(value) && typeof value['description'] === 'string' ? value['description'] : ''
  return html`<tr>
    <td><code>${path}</code></td>
    <td><code>${typeOf(catalog, property)}</code></td>
    <td>${isRequired ? 'yes' : 'no'}</td>
    <td>${description}</td>
  </tr>`
}

function typeOf(catalog: Catalog, node: Node): string {
  const { value } = follow(catalog, node)
  if (!isObject(value)) return value === false ? 'never' : 'any'
  if (value['const'] !== undefined) return JSON.stringify(value['const'])
  if (Array.isArray(value['enum']))
    return value['enum'].map((entry: Json) => JSON.stringify(entry)).join(' | ')
  const type = value['type']
  const name = Array.isArray(type)
    ? type.join(' | ')
    : typeof type === 'string'
      ? type
      : value['properties'] === undefined
        ? 'any'
        : 'object'
  return typeof value['format'] === 'string' ? `${name} (${value['format']})` : name
}

function follow(catalog: Catalog, node: Node): Node {
  const reference = isObject(node.value) ? node.value['$ref'] : undefined
  return typeof reference === 'string' ? catalog.resolve(node, reference) : node
}

function child(parent: Node, tokens: readonly string[], value: Json): Node {
  const pointer = tokens.map((token) => `/${token.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
  return { file: parent.file, pointer: parent.pointer + pointer, value }
}

function objectAt(value: JsonObject, key: string): JsonObject {
  const found = value[key]
  return isObject(found) ? found : {}
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
