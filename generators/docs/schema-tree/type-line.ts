import type { SchemaPart, SchemaReference, SchemaTree } from './schema-tree.ts'

/** The type of a value without the names of schemas: `array of object`, `string or null`. */
export function bareType(tree: SchemaTree): string {
  const { isNullable, types } = tree
  const element = types.includes('array') ? onlyItem(tree) : undefined
  const named = types.map((type) =>
    type === 'array' && element !== undefined ? `array of ${bareType(element.schema)}` : type,
  )
  const line = named.length === 0 ? choiceText(tree) : named.join(' or ')
  return isNullable ? `${line} or null` : line
}

/** What a value is, in few words; the schemas that the contract names are parts of their own, to be linked. */
export type TypeLine = readonly (string | SchemaReference)[]

/**
 * The type of a value for its line in a list: `string or null`, `array of common/order-item 2.0.0`, `anything`.
 *
 * ```ts
 * typeLine(tree).map((part) => (typeof part === 'string' ? part : part.name)).join('')
 * ```
 */
export function typeLine(tree: SchemaTree): TypeLine {
  const line = typesOf(tree)
  return tree.isNullable ? [...line, ' or null'] : line
}

function typesOf(tree: SchemaTree): TypeLine {
  const { types, references } = tree
  if (isNever(tree)) return ['must be absent']
  const names = references.flatMap((reference, index): TypeLine => [
    ...(index === 0 ? [] : [' and ']),
    reference,
  ])
  // A name says more than `object`, and less than `string`.
  const isStructured = types.every((type) => type === 'object')
  if (isStructured && names.length > 0) return names
  const line =
    types.length === 0
      ? [choiceText(tree)]
      : types.flatMap((type, index) => [
          ...(index === 0 ? [] : [' or ']),
          ...(type === 'array' ? arrayLine(tree) : [type]),
        ])
  return names.length === 0 ? line : [...line, ' (', ...names, ')']
}

/** Whether no value is allowed: a contract says so of what may not stand there. */
export function isNever({ types }: SchemaTree): boolean {
  return types.length === 1 && types[0] === 'never'
}

function choiceText({ groups }: SchemaTree): string {
  const choice = groups.find(({ kind }) => kind === 'oneOf' || kind === 'anyOf')
  return choice === undefined ? 'anything' : `one of ${choice.parts.length} alternatives`
}

function arrayLine(tree: SchemaTree): TypeLine {
  const element = onlyItem(tree)
  return element === undefined ? ['array'] : ['array of ', ...typeLine(element.schema)]
}

/** The schema of the items of an array where it holds for all of them and nothing else stands beside it. */
export function onlyItem({ groups }: SchemaTree): SchemaPart | undefined {
  const [group, ...others] = groups
  const [part, ...more] = group?.kind === 'items' ? group.parts : []
  return others.length + more.length === 0 && part?.path.endsWith('[]') === true ? part : undefined
}
