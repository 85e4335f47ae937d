import { child, type Json, type Node } from '@concordat/toolkit/model'
import type { Member, Together } from './together.ts'

/** What the schemas state under a keyword, in their order; what does not count beside a `$ref` is left out. */
export function statedNodes({ members }: Together, keyword: string): readonly Node[] {
  return members.flatMap(({ node, isIgnored }) => (isIgnored ? [] : (child(node, keyword) ?? [])))
}

export function statedValues(together: Together, keyword: string): readonly Json[] {
  return statedNodes(together, keyword).map(({ value }) => value)
}

export function statedNumbers(together: Together, keyword: string): readonly number[] {
  return statedValues(together, keyword).filter((value) => typeof value === 'number')
}

export function statedTexts(together: Together, keyword: string): readonly string[] {
  return statedValues(together, keyword).filter((value) => typeof value === 'string')
}

/** Of an annotation the first counts, beside a `$ref` too: people write it there to say more than the shared schema. */
export function annotation(
  { members }: { readonly members: readonly Member[] },
  keyword: string,
): Json | undefined {
  for (const { node } of members) {
    const stated = child(node, keyword)
    if (stated !== undefined) return stated.value
  }
  return undefined
}
