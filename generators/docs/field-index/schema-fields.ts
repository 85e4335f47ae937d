import type { SchemaPart, SchemaTree } from '../schema-tree/schema-tree.ts'
import { bareType, isNever } from '../schema-tree/type-line.ts'

/** A property at some depth of a schema. */
export interface SchemaField {
  /** `items[].price`, `attributes{}.name`: names, `[]` for any item, `{}` for any name. */
  readonly path: string
  /** Path of its part in the tree, for `fieldId`. */
  readonly anchor: string
  /** What it may be: more than one where alternatives disagree. */
  readonly types: readonly string[]
  /** Whether its object always has it. */
  readonly isRequired: boolean
  readonly isDeprecated: boolean
}

/** Every property of a schema, each path once; what alternatives and conditions add is there too. */
export function schemaFields(tree: SchemaTree): readonly SchemaField[] {
  const fields = new Map<string, SchemaField>()
  collect(tree, { path: '', isCertain: true }, fields)
  return [...fields.values()]
}

interface Prefix {
  readonly path: string
  /** Whether no alternative or condition stands between. */
  readonly isCertain: boolean
}

function collect({ groups }: SchemaTree, prefix: Prefix, fields: Map<string, SchemaField>): void {
  for (const { parts } of groups)
    for (const part of parts) {
      const path = pathOf(part, prefix.path)
      const isCertain = prefix.isCertain && part.kind !== 'alternative' && part.kind !== 'consequence'
      if (part.kind === 'property') add(part, path, isCertain, fields)
      collect(part.schema, { path, isCertain }, fields)
    }
}

/** Alternatives and conditions speak of the value that they stand in. */
function pathOf({ kind, label }: SchemaPart, prefix: string): string {
  if (kind === 'item') return `${prefix}[]`
  if (kind === 'others') return `${prefix}{}`
  if (kind !== 'property') return prefix
  const name = label.map((part) => (typeof part === 'string' ? part : part.code)).join('')
  return prefix === '' ? name : `${prefix}.${name}`
}

function add(
  { path: anchor, isRequired, schema }: SchemaPart,
  path: string,
  isCertain: boolean,
  fields: Map<string, SchemaField>,
): void {
  // That it must be absent in some case is no type of it.
  if (isNever(schema)) return
  const type = bareType(schema)
  const known = fields.get(path)
  if (known === undefined)
    fields.set(path, {
      path,
      anchor,
      types: [type],
      isRequired: isRequired && isCertain,
      isDeprecated: schema.marks.includes('deprecated'),
    })
  else if (!known.types.includes(type)) fields.set(path, { ...known, types: [...known.types, type] })
}
