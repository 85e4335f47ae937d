import type { Json, JsonObject, Node } from './catalog.ts'
import { mergePatch } from './json.ts'
import { child, items } from './node.ts'
import { objectTarget, type ReadContext } from './read-context.ts'
import { referenceOf } from './references.ts'

/** An operation or message and its traits, the strongest first. */
export type Layers = readonly Node<JsonObject>[]

/**
 * Lays an object's traits under it (AsyncAPI 3: the object's own members win) or over it (2.x: traits are merged into the
 * object). Of two traits the later one is stronger in both.
 */
export function withTraits(context: ReadContext, node: Node<JsonObject>, major: 2 | 3): Layers {
  const traits = items(child(node, 'traits')).flatMap((trait) => objectTarget(context, trait) ?? [])
  return major === 3 ? [node, ...traits.toReversed()] : [...traits.toReversed(), node]
}

/**
 * A member of layered objects, merged as a JSON Merge Patch (RFC 7396) where several layers in one file have it as an
 * object. Where a layer refers elsewhere, the strongest stands alone: relative references would lose their meaning.
 */
export function layered(layers: Layers, key: string): Node | undefined {
  const [own] = layers
  if (own !== undefined && layers.length === 1) return child(own, key)
  const found = layers.flatMap((layer) => child(layer, key) ?? [])
  const [strongest, ...weaker] = found
  if (strongest === undefined || weaker.length === 0) return strongest
  if (found.some((node) => node.file !== strongest.file || referenceOf(node.value) !== undefined))
    return strongest
  const value = found.toReversed().reduce<Json>((merged, node) => mergePatch(merged, node.value), {})
  return { ...strongest, value }
}

/** A string member of layered objects. */
export function layeredText(layers: Layers, key: string): string | undefined {
  const value = layered(layers, key)?.value
  return typeof value === 'string' ? value : undefined
}
