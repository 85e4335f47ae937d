import type { Json } from '../../model/catalog.ts'
import type { Atom, SchemaLiteral } from './literal.ts'
import type { Prover } from './prover.ts'

type Every = Extract<Atom, { kind: 'every' }>
type Some = Extract<Atom, { kind: 'some' }>
type Count = Extract<Atom, { kind: 'count' }>

/** Positions are looked at one by one up to here; longer tuples are not judged. */
const MAX_POSITIONS = 2_000

const MAX_DEMANDS = 60

interface Shape {
  readonly prover: Prover
  /** What an element at one position must satisfy, and what those in a range must. */
  readonly single: ReadonlyMap<number, readonly SchemaLiteral[]>
  readonly ranged: readonly Every[]
  /** Positions from here on are alike. */
  readonly alike: number
  readonly min: number
  readonly max: number
}

/** True when it is proved that no array satisfies the atoms. */
export function arrayIsEmpty(stated: readonly Atom[], prover: Prover): boolean {
  const atoms = stated.map(restate)
  const every = atoms.filter((atom) => atom.kind === 'every')
  const some = atoms.filter((atom) => atom.kind === 'some')
  const counts = atoms.filter((atom) => atom.kind === 'count')
  const uniques = atoms.filter((atom) => atom.kind === 'unique')
  const mayRepeat = !uniques.some(({ holds }) => holds)
  const mustRepeat = uniques.some(({ holds }) => !holds)
  if (!mayRepeat && mustRepeat) return true
  const shape = shapeOf(atoms, every, some, prover, mustRepeat)
  if (shape === undefined) return false
  if (Math.max(shape.min, leastLength(counts, some, prover)) > shape.max) return true
  if (some.some((atom) => !hasPosition(shape, atom.from, atom.to, [atom.schema], 1))) return true
  if (counts.some((count) => missesCount(shape, count, counts))) return true
  if (mustRepeat && !mayHaveTwins(shape)) return true
  return !mayRepeat && (runsOut(shape) || counts.some((count) => runsOutOf(shape, count)))
}

/** The same in other words: what none may be, each is not, and what one of a single position is, that position is. */
function restate(atom: Atom): Atom {
  if (atom.kind === 'count' && atom.max === 0 && atom.min === 0)
    return { kind: 'every', from: 0, to: Infinity, schema: -atom.schema }
  if (atom.kind === 'some' && atom.to === atom.from + 1) return { ...atom, kind: 'every', isPresent: true }
  return atom
}

/** How many elements there must be for those that are asked for where no element can be two of them. */
function leastLength(counts: readonly Count[], some: readonly Some[], prover: Prover): number {
  const demands = [...counts, ...some.map(({ schema }) => ({ schema, min: 1 }))].filter(({ min }) => min > 0)
  const apart: { readonly schema: SchemaLiteral; readonly min: number }[] = []
  for (const demand of demands.slice(0, MAX_DEMANDS))
    if (apart.every((other) => prover.isEmpty([demand.schema, other.schema]))) apart.push(demand)
  return apart.reduce((sum, { min }) => sum + min, 0)
}

function shapeOf(
  atoms: readonly Atom[],
  every: readonly Every[],
  some: readonly Some[],
  prover: Prover,
  mustRepeat: boolean,
): Shape | undefined {
  let min = mustRepeat ? 2 : 0
  let max = Infinity
  for (const atom of atoms) {
    if (atom.kind === 'size') {
      min = Math.max(min, atom.min)
      max = Math.min(max, atom.max)
    }
    if (atom.kind === 'count') min = Math.max(min, atom.min)
  }
  for (const { from } of some) min = Math.max(min, from + 1)
  for (const { from, isPresent } of every) if (isPresent === true) min = Math.max(min, from + 1)
  const edges = every.flatMap(({ from, to }) => (to === Infinity ? [from] : [from, to]))
  const alike = Math.max(0, ...edges)
  if (alike > MAX_POSITIONS) return undefined
  const single = new Map<number, SchemaLiteral[]>()
  for (const { from, to, schema } of every)
    if (to === from + 1) single.set(from, [...(single.get(from) ?? []), schema])
  const shape = { prover, single, ranged: every.filter(({ from, to }) => to !== from + 1), alike, min, max }
  // The array ends before the first position that no value can fill.
  for (let position = 0; position <= alike && position < max; position++)
    if (prover.isEmpty(schemasAt(shape, position))) return { ...shape, max: position }
  return shape
}

function schemasAt({ single, ranged, prover }: Shape, position: number): readonly SchemaLiteral[] {
  prover.budget.spend(1 + (ranged.length >> 2))
  const found = [...(single.get(position) ?? [])]
  for (const { from, to, schema } of ranged) if (from <= position && position < to) found.push(schema)
  return found
}

/** Whether there may be so many positions in a range that also satisfy some schemas. */
function hasPosition(
  shape: Shape,
  from: number,
  to: number,
  schemas: readonly SchemaLiteral[],
  wanted: number,
): boolean {
  const end = Math.min(to, shape.max)
  let found = 0
  for (let position = from; position < end && found < wanted; position++) {
    if (shape.prover.isEmpty([...schemasAt(shape, position), ...schemas])) {
      if (position >= shape.alike) return false
    } else if (position >= shape.alike) return found + (end - position) >= wanted
    else found++
  }
  return found >= wanted
}

function missesCount(shape: Shape, { schema, min, max }: Count, counts: readonly Count[]): boolean {
  const { prover } = shape
  if (min > 0) {
    if (!hasPosition(shape, 0, Infinity, [schema], min)) return true
    // What is counted here is counted there, too, and there may not be so many.
    if (counts.some((other) => other.max < min && prover.isEmpty([schema, -other.schema]))) return true
  }
  if (max === Infinity) return false
  const certain = Math.min(shape.min, shape.alike)
  let found = 0
  for (let position = 0; position < certain; position++)
    if (prover.isEmpty([...schemasAt(shape, position), -schema])) found++
  if (shape.min > certain && prover.isEmpty([...schemasAt(shape, certain), -schema]))
    found += shape.min - certain
  return found > max
}

function mayHaveTwins(shape: Shape): boolean {
  const last = Math.min(shape.alike + 1, shape.max - 1)
  for (let first = 0; first < last; first++)
    for (let second = first + 1; second <= last; second++) {
      shape.prover.budget.spend()
      if (!shape.prover.isEmpty([...schemasAt(shape, first), ...schemasAt(shape, second)])) return true
    }
  return false
}

/** More elements than there are different values for them, from the first on or from where they are alike. */
function runsOut(shape: Shape): boolean {
  const { min, alike, prover } = shape
  if (min <= 1) return false
  const tail = prover.listedValues(schemasAt(shape, alike))
  if (tail !== undefined && min - alike > countDifferent(tail)) return true
  const values: Json[] = []
  for (let position = 0; position <= alike && position < min; position++) {
    const listed = prover.listedValues(schemasAt(shape, position))
    if (listed === undefined) return false
    values.push(...listed)
  }
  return countDifferent(values) < min
}

/** More elements that count than there are different values that do. */
function runsOutOf({ prover }: Shape, { schema, min }: Count): boolean {
  if (min <= 1) return false
  const listed = prover.listedValues([schema])
  return listed !== undefined && countDifferent(listed) < min
}

function countDifferent(values: readonly Json[]): number {
  return new Set(values.map((value) => JSON.stringify(value))).size
}
