import type { SchemaPart, SchemaTree } from '../schema-tree/schema-tree.ts'
import { plainText, type Words } from '../schema-tree/words.ts'
import { compareTraits } from './compare-traits.ts'
import type { SchemaChange } from './schema-change.ts'
import { typeWords } from './type-words.ts'

/**
 * What differs between two schemas, part by part: parts are the same where their labels are. Of what is new or gone as a
 * whole only the outermost part is told.
 *
 * ```ts
 * compareTrees(readSchemaTree(catalog, old.schema), readSchemaTree(catalog, now.schema))
 * ```
 */
export function compareTrees(before: SchemaTree, after: SchemaTree): readonly SchemaChange[] {
  return compareAt({ where: [], path: '' }, before, after)
}

interface Place {
  readonly where: readonly Words[]
  readonly path: string
}

function compareAt(place: Place, before: SchemaTree, after: SchemaTree): readonly SchemaChange[] {
  const lines = compareTraits(before, after)
  const own: readonly SchemaChange[] = lines.length === 0 ? [] : [{ kind: 'changed', ...place, lines }]
  return [...own, ...compareParts(place.where, before, after)]
}

function compareParts(
  where: readonly Words[],
  before: SchemaTree,
  after: SchemaTree,
): readonly SchemaChange[] {
  // Of a tree that was cut nobody knows what it has below.
  if (before.isCut || after.isCut) return []
  const [old, now] = [partsByName(before), partsByName(after)]
  const kept = [...now].flatMap(([name, part]) => {
    const earlier = old.get(name)
    const below = [...where, part.label]
    return earlier === undefined ? [told('added', below, part)] : compareAlike(below, earlier, part)
  })
  const gone = [...old].filter(([name]) => !now.has(name))
  return [...kept, ...gone.map(([, part]) => told('removed', [...where, part.label], part))]
}

function compareAlike(
  where: readonly Words[],
  before: SchemaPart,
  after: SchemaPart,
): readonly SchemaChange[] {
  const found = compareAt({ where, path: after.path }, before.schema, after.schema)
  if (before.isRequired === after.isRequired) return found
  const line = [after.isRequired ? 'is required now' : 'is optional now']
  const [first, ...others] = found
  return first?.kind === 'changed' && first.where === where
    ? [{ ...first, lines: [line, ...first.lines] }, ...others]
    : [{ kind: 'changed', where, path: after.path, lines: [line] }, ...found]
}

function told(kind: 'added' | 'removed', where: readonly Words[], part: SchemaPart): SchemaChange {
  const presence = part.kind === 'property' ? [part.isRequired ? ', required' : ', optional'] : []
  return { kind, where, path: part.path, lines: [[...typeWords(part.schema), ...presence]] }
}

/** Two groups of a kind may hold parts of one name; they are told apart by their order. */
function partsByName({ groups }: SchemaTree): ReadonlyMap<string, SchemaPart> {
  const parts = new Map<string, SchemaPart>()
  for (const { kind, parts: all } of groups)
    for (const part of all) {
      const name = `${kind} ${plainText(part.label)}`
      let key = name
      for (let count = 2; parts.has(key); count++) key = `${name} ${count}`
      parts.set(key, part)
    }
  return parts
}
