import type { Catalog, Node } from '../../model/catalog.ts'
import { nodeId } from '../../model/node.ts'
import { referencedSchema } from '../../schema/schema-references.ts'
import { subschemas } from '../../schema/subschemas.ts'
import type { RuleContext } from '../rule.ts'
import { reachedSchemas } from './reached-schemas.ts'

/** Schemas that apply to a value, one by the other, and come back to the first without going into the value. */
export type Circle = readonly Node[]

const circles = new WeakMap<RuleContext, readonly Circle[]>()

/** The circles in which checking a value would never end. A schema of a tree is none: it goes into the tree. */
export function endlessSchemas(context: RuleContext): readonly Circle[] {
  const known = circles.get(context) ?? findCircles(context)
  circles.set(context, known)
  return known
}

/** A circle leads through a reference, because what stands in a schema is below it: so most catalogs are done with quickly. */
function findCircles(context: RuleContext): readonly Circle[] {
  const { catalog } = context
  const schemas = reachedSchemas(context).map(({ node }) => node)
  const references = schemas.filter((node) => referencedSchema(catalog, node) !== undefined)
  return circlesFrom(references, catalog).length === 0 ? [] : circlesFrom(schemas, catalog)
}

function circlesFrom(schemas: readonly Node[], catalog: Catalog): readonly Circle[] {
  const found: Circle[] = []
  const done = new Set<string>()
  for (const node of schemas) {
    const way = new Map<string, { readonly node: Node; readonly next: Iterator<Node> }>()
    let step: Node | undefined = node
    while (step !== undefined) {
      const id = nodeId(step)
      if (way.has(id)) found.push(circleFrom([...way.values()], id))
      else if (!done.has(id)) way.set(id, { node: step, next: appliedInPlace(catalog, step).values() })
      step = nextStep(way, done)
    }
  }
  return found
}

/** The next schema to look at; schemas of which all have been looked at leave the way. */
function nextStep(way: Map<string, { readonly next: Iterator<Node> }>, done: Set<string>): Node | undefined {
  for (const [id, { next }] of [...way].toReversed()) {
    const { value, done: isLast } = next.next()
    if (isLast !== true) return value
    way.delete(id)
    done.add(id)
  }
  return undefined
}

function circleFrom(way: readonly { readonly node: Node }[], id: string): Circle {
  const nodes = way.map(({ node }) => node)
  return nodes.slice(nodes.findIndex((node) => nodeId(node) === id))
}

function appliedInPlace(catalog: Catalog, schema: Node): readonly Node[] {
  const target = referencedSchema(catalog, schema)
  const inPlace = subschemas(schema).filter(
    ({ role, keyword }) => role === 'together' || role === 'perhaps' || keyword === 'not',
  )
  return [...(target === undefined ? [] : [target]), ...inPlace.map(({ node }) => node)]
}
