import { type Catalog, entries, items, type Node } from '@concordat/toolkit/model'
import { isSchema } from '@concordat/toolkit/schema'
import { phrase } from './phrase.ts'
import type { SchemaFact } from './schema-tree.ts'
import { statedNodes, statedValues } from './stated.ts'
import type { Together } from './together.ts'
import { code, listWords, type Words } from './words.ts'

/** Rules about the properties of an object that stand at no property: names, dependencies, what else may be there. */
export function objectFacts(catalog: Catalog, together: Together): readonly SchemaFact[] {
  return [
    ...undeclaredFacts(together),
    ...othersFacts(together),
    ...statedNodes(together, 'propertyNames').map((node) =>
      sentence('of each property name: ', ...phrase(catalog, node)),
    ),
    ...dependencyFacts(together),
  ]
}

function sentence(...words: Words): SchemaFact {
  return { label: undefined, words }
}

function undeclaredFacts(together: Together): readonly SchemaFact[] {
  const declared = new Set(
    statedNodes(together, 'properties').flatMap((map) => entries(map).map(([name]) => name)),
  )
  const names = requiredNames(together).filter((name) => !declared.has(name))
  return names.length === 0 ? [] : [sentence('must have ', ...named(names))]
}

/** Every name that a schema requires, wherever it is declared. */
export function requiredNames(together: Together): readonly string[] {
  return [...new Set(statedNodes(together, 'required').flatMap(namesIn))]
}

function namesIn(list: Node): readonly string[] {
  return items(list).flatMap(({ value }) => (typeof value === 'string' ? [value] : []))
}

function othersFacts(together: Together): readonly SchemaFact[] {
  const stated = ['additionalProperties', 'unevaluatedProperties'].flatMap((keyword) =>
    statedValues(together, keyword),
  )
  if (stated.includes(false)) return [sentence('no other properties')]
  return stated.includes(true) ? [sentence('other properties are allowed')] : []
}

/** Names that must stand where another one does; `dependencies` is what both keywords were before 2019-09. */
function dependencyFacts(together: Together): readonly SchemaFact[] {
  return ['dependentRequired', 'dependencies']
    .flatMap((keyword) => statedNodes(together, keyword))
    .flatMap((map) => entries(map))
    .flatMap(([name, node]) => {
      const others = namesIn(node)
      return others.length === 0 ? [] : [sentence('with ', code(name), ' also ', ...named(others))]
    })
}

function named(names: readonly string[]): Words {
  return listWords(
    names.map((name) => [code(name)]),
    'and',
  )
}

/** Schemas that hold where a property stands: `dependentSchemas`, and `dependencies` before 2019-09. */
export function dependentSchemas(together: Together): readonly (readonly [name: string, schema: Node])[] {
  return ['dependentSchemas', 'dependencies']
    .flatMap((keyword) => statedNodes(together, keyword))
    .flatMap((map) => entries(map))
    .filter(([, node]) => isSchema(node))
}
