import { type Catalog, child, entries, type Json, type Node, nodeId } from '@concordat/toolkit/model'
import { referencedSchema } from '@concordat/toolkit/schema'
import { readValues } from './read-values.ts'
import { statedNodes } from './stated.ts'
import { type Choice, gatherTogether } from './together.ts'
import { typeName } from './type-name.ts'

/** The property by whose value a reader tells alternatives apart. */
export interface ChoiceTag {
  readonly property: string
  /** Its value in each alternative, in their order. */
  readonly values: readonly Json[]
}

/** The stated `discriminator`, else the first property that is a constant of its own in each alternative. */
export function choiceTag(catalog: Catalog, { owner, options }: Choice): ChoiceTag | undefined {
  const constants = options.map((option) => constantsOf(catalog, option))
  const stated = statedTag(owner)
  if (stated !== undefined) {
    const named = mappedNames(catalog, owner)
    const values = options.map((option, index) => {
      const target = referencedSchema(catalog, option) ?? option
      return constants[index]?.get(stated) ?? named.get(nodeId(target)) ?? typeName(catalog, target)
    })
    return { property: stated, values }
  }
  for (const property of constants[0]?.keys() ?? []) {
    const values = constants.flatMap((own) => own.get(property) ?? [])
    const isDistinct = new Set(values.map((value) => JSON.stringify(value))).size === options.length
    if (options.length > 1 && isDistinct) return { property, values }
  }
  return undefined
}

/** A name in AsyncAPI, an object in OpenAPI, from which people copy. */
function statedTag(owner: Node): string | undefined {
  const stated = child(owner, 'discriminator')
  const property = stated && (child(stated, 'propertyName') ?? stated).value
  return typeof property === 'string' ? property : undefined
}

function mappedNames(catalog: Catalog, owner: Node): ReadonlyMap<string, string> {
  const discriminator = child(owner, 'discriminator')
  const mapping = discriminator && child(discriminator, 'mapping')
  const names = new Map<string, string>()
  for (const option of ['oneOf', 'anyOf'].flatMap((keyword) => entries(child(owner, keyword)))) {
    const ref = child(option[1], '$ref')?.value
    const target = referencedSchema(catalog, option[1])
    const entry = entries(mapping).find(([, { value }]) => value === ref)
    if (entry !== undefined && target !== undefined) names.set(nodeId(target), entry[0])
  }
  return names
}

/** Properties that have one value only. */
function constantsOf(catalog: Catalog, option: Node): ReadonlyMap<string, Json> {
  const constants = new Map<string, Json>()
  for (const map of statedNodes(gatherTogether(catalog, [option], new Set()), 'properties'))
    for (const [name, schema] of entries(map)) {
      const listed = readValues(catalog, gatherTogether(catalog, [schema], new Set()))
      const [value] = listed?.values ?? []
      if (listed?.values.length === 1 && !listed.isOpen && value !== undefined) constants.set(name, value)
    }
  return constants
}
