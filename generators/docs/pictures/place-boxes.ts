import { stack } from './stack.ts'
import type { Arrow, Box, Picture } from './picture.ts'

export interface PlacedBox {
  readonly box: Box
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface PlacedPicture {
  readonly width: number
  readonly height: number
  readonly boxes: readonly PlacedBox[]
  /** Arrows whose two ends are in the picture. */
  readonly arrows: readonly { readonly arrow: Arrow; readonly from: PlacedBox; readonly to: PlacedBox }[]
}

const MARGIN = 4
/** Width of a character of the monospaced type in which names are set, and what a box needs beside its text. */
const CHARACTER = 7.3
const PADDING = 24
const NARROWEST = 88
const WIDEST = 236

/** As many characters of a name fit into the widest box. */
export const MOST_CHARACTERS: number = Math.floor((WIDEST - PADDING) / CHARACTER)

/**
 * Lays a picture out: columns side by side, and in each the boxes one below the other, as near as they come to the middle
 * of what points at them. It is quick and always gives the same; a picture of one hop needs no more.
 */
export function placeBoxes({ columns, arrows }: Picture): PlacedPicture {
  const tops = alignColumns(columns, arrows)
  const least = Math.min(...tops.values())
  const boxes: PlacedBox[] = []
  const filled = columns.filter(({ length }) => length > 0)
  let x = MARGIN
  let right = MARGIN
  for (const [index, column] of filled.entries()) {
    const width = Math.max(...column.map(widthOf))
    for (const box of column)
      boxes.push({ box, x, y: MARGIN + (tops.get(box.id) ?? 0) - least, width, height: heightOf(box) })
    right = x + width
    x = right + gapAfter(column, filled[index + 1])
  }
  const placed = new Map(boxes.map((each) => [each.box.id, each]))
  return {
    width: right + MARGIN,
    height: Math.round(Math.max(...boxes.map(({ y, height }) => y + height)) + MARGIN),
    boxes,
    arrows: arrows.flatMap((arrow) => {
      const [from, to] = [placed.get(arrow.from), placed.get(arrow.to)]
      return from === undefined || to === undefined ? [] : [{ arrow, from, to }]
    }),
  }
}

/** Where many arrows meet they need room to bend. */
function gapAfter(column: readonly Box[], next: readonly Box[] = []): number {
  return 26 + 4 * Math.min(10, Math.max(column.length, next.length))
}

function widthOf({ kind, label, detail = '' }: Box): number {
  // Details are set in smaller type.
  const longest = Math.max(Array.from(label).length, Array.from(detail).length * 0.84)
  const least = isPill(kind) ? 48 : NARROWEST
  return Math.min(WIDEST, Math.max(least, Math.round(longest * CHARACTER + PADDING)))
}

function heightOf({ kind, detail }: Box): number {
  if (kind === 'binding') return 26
  return detail === undefined ? 32 : 46
}

function isPill(kind: Box['kind']): boolean {
  return kind === 'binding' || kind === 'group'
}

/** The top of each box: first from left to right beside what points at it, then back beside what it points at. */
function alignColumns(
  columns: readonly (readonly Box[])[],
  arrows: readonly Arrow[],
): ReadonlyMap<string, number> {
  const tops = new Map<string, number>()
  const heights = new Map(columns.flat().map((box) => [box.id, heightOf(box)]))
  const middle = (ids: readonly string[]): number | undefined => {
    const known = ids.filter((id) => tops.has(id))
    if (known.length === 0) return undefined
    return known.reduce((sum, id) => sum + (tops.get(id) ?? 0) + (heights.get(id) ?? 0) / 2, 0) / known.length
  }
  const [sources, targets] = [groupEnds(arrows, 'to', 'from'), groupEnds(arrows, 'from', 'to')]
  for (const column of columns) place(column, (id) => middle(sources.get(id) ?? []), tops, heights)
  for (const column of columns.toReversed().slice(1))
    place(column, (id) => middle(targets.get(id) ?? []) ?? own(id, tops, heights), tops, heights)
  return tops
}

function groupEnds(
  arrows: readonly Arrow[],
  by: 'from' | 'to',
  other: 'from' | 'to',
): ReadonlyMap<string, readonly string[]> {
  const groups = Map.groupBy(arrows, (arrow) => arrow[by])
  return new Map([...groups].map(([id, list]) => [id, list.map((arrow) => arrow[other])]))
}

function own(id: string, tops: ReadonlyMap<string, number>, heights: ReadonlyMap<string, number>): number {
  return (tops.get(id) ?? 0) + (heights.get(id) ?? 0) / 2
}

/** Stacks a column in the order of where its boxes want to be. */
function place(
  column: readonly Box[],
  wanted: (id: string) => number | undefined,
  tops: Map<string, number>,
  heights: ReadonlyMap<string, number>,
): void {
  const wishes = column
    .map(({ id }) => ({ id, at: wanted(id) ?? 0, height: heights.get(id) ?? 0 }))
    .toSorted((a, b) => a.at - b.at)
  for (const [id, top] of stack(wishes)) tops.set(id, Math.round(top))
}
