import type { Budget } from '../budget.ts'
import { type CharSet, lastCodePoint } from './char-set.ts'

/**
 * Parts all code points into classes that none of the sets tells apart, and gives one member of each, the plainest first:
 * after any two members of one class a language over these sets goes on alike.
 */
export function classRepresentatives(sets: readonly CharSet[], budget: Budget): number[] {
  const members = [...classSizes(sets, budget)].map(([member]) => member)
  return members.toSorted((a, b) => plainness(a) - plainness(b) || a - b)
}

/** The same classes, each by its plainest member, with the number of code points in it. */
export function classSizes(sets: readonly CharSet[], budget: Budget): readonly (readonly [number, number])[] {
  const edges = edgesOf(sets)
  budget.spend(edges.length)
  const members = new Map<string, readonly [member: number, size: number]>()
  const inside = new Set<number>()
  for (const [index, edge] of edges.entries()) {
    for (const set of edge.toggles) if (!inside.delete(set)) inside.add(set)
    const next = edges[index + 1]?.at ?? lastCodePoint + 1
    budget.spend(inside.size)
    const signature = [...inside].toSorted((a, b) => a - b).join()
    const member = plainest(edge.at, next - 1)
    const [known = member, size = 0] = members.get(signature) ?? []
    members.set(signature, [plainness(member) < plainness(known) ? member : known, size + next - edge.at])
  }
  return [...members.values()]
}

interface Edge {
  readonly at: number
  /** The sets that begin or end here. */
  readonly toggles: number[]
}

function edgesOf(sets: readonly CharSet[]): Edge[] {
  const byPlace = new Map<number, number[]>([[0, []]])
  for (const [index, set] of sets.entries())
    for (const [first, last] of set)
      for (const at of [first, last + 1])
        if (at <= lastCodePoint) byPlace.set(at, [...(byPlace.get(at) ?? []), index])
  return [...byPlace].map(([at, toggles]) => ({ at, toggles })).toSorted((a, b) => a.at - b.at)
}

/** The ranges that a reader of a witness likes to see, best first. */
const liked: CharSet = [
  [0x61, 0x7a],
  [0x41, 0x5a],
  [0x30, 0x39],
  [0x20, 0x7e],
  [0xa1, 0xd7ff],
  [0xe000, lastCodePoint],
]

function plainness(char: number): number {
  const rank = liked.findIndex(([first, last]) => char >= first && char <= last)
  return rank === -1 ? liked.length : rank
}

function plainest(first: number, last: number): number {
  for (const [from, to] of liked) if (first <= to && last >= from) return Math.max(first, from)
  return first
}
