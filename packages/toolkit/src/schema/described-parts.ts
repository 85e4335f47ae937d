import type { Node } from '../model/catalog.ts'
import { isObject } from '../model/json.ts'
import { child, entries } from '../model/node.ts'
import type { DescribedValue, Member } from './described-value.ts'
import type { KeywordRole } from './keywords.ts'
import { isSchema, propertySchema, subschemas } from './subschemas.ts'

/** The schemas of a described value that apply to one named property: declared, by pattern, or as one of the others. */
export function schemasOfProperty(members: readonly Member[], name: string): readonly Node[] {
  return members.flatMap(({ node }) => {
    const declared = propertySchema(node, name)
    const found = [...(declared === undefined ? [] : [declared]), ...schemasOfPatterns(node, name)]
    return found.length > 0 ? found : schemasOfOthers(node)
  })
}

/** The same for each property that a member declares, by name. */
export function schemasOfProperties({
  members,
  names,
}: DescribedValue): ReadonlyMap<string, readonly Node[]> {
  // Where every property is declared by name, all of them can be taken at once.
  if (members.some(({ node }) => describesOthers(node)))
    return new Map(names.map((name) => [name, schemasOfProperty(members, name)]))
  const found = new Map(names.map((name): [string, Node[]] => [name, []]))
  for (const { node } of members) {
    for (const [name, schema] of entries(child(node, 'properties')))
      if (isSchema(schema)) found.get(name)?.push(schema)
  }
  return found
}

function describesOthers({ value }: Node): boolean {
  return (
    isObject(value) &&
    ['patternProperties', 'additionalProperties', 'unevaluatedProperties'].some((keyword) =>
      Object.hasOwn(value, keyword),
    )
  )
}

const ELEMENT: ReadonlySet<KeywordRole> = new Set(['element'])

/** The schemas of the elements that a schema describes, and whether one schema stands for all of them. */
export function schemasOfElements(node: Node): {
  readonly schemas: readonly Node[]
  readonly isList: boolean
} {
  const elements = subschemas(node, ELEMENT)
  const isList = elements.length === 1 && elements[0]?.keyword === 'items' && elements[0].key === undefined
  return { schemas: elements.map((element) => element.node), isList }
}

function schemasOfPatterns(node: Node, name: string): readonly Node[] {
  return entries(child(node, 'patternProperties'))
    .filter(([pattern, schema]) => isSchema(schema) && matches(pattern, name))
    .map(([, schema]) => schema)
}

function schemasOfOthers(node: Node): readonly Node[] {
  return [child(node, 'additionalProperties'), child(node, 'unevaluatedProperties')].filter(isSchema)
}

function matches(pattern: string, name: string): boolean {
  try {
    return new RegExp(pattern, 'u').test(name)
  } catch {
    return false
  }
}
