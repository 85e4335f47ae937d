import { entries, type Node } from '@concordat/toolkit/model'
import { isSchema } from '@concordat/toolkit/schema'
import { requiredNames } from './object-facts.ts'
import type { GroupPlan, PartPlan } from './part-plan.ts'
import { statedNodes } from './stated.ts'
import type { Together } from './together.ts'
import { code } from './words.ts'

/** The properties of an object, each once with all that is said of it, then those that are known by a pattern only. */
export function propertyGroup(together: Together, path: string): readonly GroupPlan[] {
  const required = new Set(requiredNames(together))
  const properties = [...schemasByName(together, 'properties')].map(([name, schemas]): PartPlan => ({
    kind: 'property',
    label: [code(visibleName(name))],
    isRequired: required.has(name),
    path: propertyPath(path, name),
    schemas,
  }))
  const patterns = [...schemasByName(together, 'patternProperties')].map(([pattern, schemas]) =>
    others(['any name like ', code(pattern)], `${path}{${pattern}}`, schemas),
  )
  const rest = ['additionalProperties', 'unevaluatedProperties']
    .flatMap((keyword) => statedNodes(together, keyword))
    .filter((node) => isSchema(node) && typeof node.value === 'object')
  const label = properties.length + patterns.length === 0 ? 'any name' : 'any other name'
  const parts = [
    ...properties,
    ...patterns,
    ...(rest.length === 0 ? [] : [others([label], `${path}{}`, rest)]),
  ]
  return parts.length === 0 ? [] : [{ kind: 'properties', heading: [], parts }]
}

function others(label: PartPlan['label'], path: string, schemas: readonly Node[]): PartPlan {
  return { kind: 'others', label, isRequired: false, path, schemas }
}

function schemasByName(together: Together, keyword: string): ReadonlyMap<string, readonly Node[]> {
  const named = new Map<string, Node[]>()
  for (const map of statedNodes(together, keyword))
    for (const [name, schema] of entries(map)) {
      if (!isSchema(schema)) continue
      const schemas = named.get(name)
      if (schemas === undefined) named.set(name, [schema])
      else schemas.push(schema)
    }
  return named
}

/** Control characters and those that change the direction of text: a name with one looks like another. */
const UNSEEN = /[\p{Cc}\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu

/** A name that nobody would see is quoted, and what nobody would see in a name is written out. */
function visibleName(name: string): string {
  if (name.trim() === '') return JSON.stringify(name)
  return name.replaceAll(
    UNSEEN,
    (character) => String.raw`\u` + character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0'),
  )
}

/** Names that would look like another path are quoted. */
function propertyPath(path: string, name: string): string {
  if (name === '' || /[.[\](){}?"]/.test(name)) return `${path}[${JSON.stringify(name)}]`
  return path === '' ? name : `${path}.${name}`
}
