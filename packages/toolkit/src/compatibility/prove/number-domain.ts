import type { Atom } from './literal.ts'

/** What number atoms leave over: nothing, a few numbers, or too many to list. */
export type NumberDomain = readonly number[] | 'many'

const MAX_LISTED = 1_000n

interface Bound {
  readonly value: bigint
  readonly isStrict: boolean
}

/** Exact over decimals: every number is taken as its shortest text says, scaled to whole numbers. */
export function numberDomain(atoms: readonly Atom[]): NumberDomain {
  const scale = Math.max(0, ...atoms.map((atom) => Math.max(0, -exponentOf(numberOf(atom)))))
  const scaled = (number: number): bigint => toScaled(number, scale)
  let least: Bound | undefined
  let most: Bound | undefined
  let step: bigint | undefined
  const avoided: bigint[] = []
  for (const atom of atoms) {
    if (atom.kind === 'least') least = tighter(least, { ...atom, value: scaled(atom.value) }, (a, b) => a > b)
    if (atom.kind === 'most') most = tighter(most, { ...atom, value: scaled(atom.value) }, (a, b) => a < b)
    if (atom.kind !== 'multiple') continue
    if (atom.holds) step = step === undefined ? scaled(atom.of) : leastCommonMultiple(step, scaled(atom.of))
    else avoided.push(scaled(atom.of))
  }
  const isAvoided = (value: bigint): boolean => avoided.some((of) => value % of === 0n)
  if (step === undefined) return denseDomain(least, most, isAvoided, scale)
  // Every multiple of the step is a multiple of this one, too.
  if (isAvoided(step)) return []
  if (least === undefined || most === undefined) return 'many'
  const first = least.isStrict ? floorDivide(least.value, step) + 1n : -floorDivide(-least.value, step)
  const last = most.isStrict ? -floorDivide(-most.value, step) - 1n : floorDivide(most.value, step)
  if (last - first >= MAX_LISTED) return 'many'
  const found: bigint[] = []
  for (let factor = first; factor <= last; factor++) if (!isAvoided(factor * step)) found.push(factor * step)
  return listed(found, scale)
}

function denseDomain(
  least: Bound | undefined,
  most: Bound | undefined,
  isAvoided: (value: bigint) => boolean,
  scale: number,
): NumberDomain {
  if (least === undefined || most === undefined || least.value < most.value) return 'many'
  const isPoint = least.value === most.value && !least.isStrict && !most.isStrict && !isAvoided(least.value)
  return listed(isPoint ? [least.value] : [], scale)
}

/** A decimal that is no double cannot be listed. */
function listed(values: readonly bigint[], scale: number): NumberDomain {
  const found = values.map((value) => Number(`${value}e${-scale}`))
  return values.every((value, index) => isExactly(found[index] ?? NaN, value, scale)) ? found : 'many'
}

function isExactly(number: number, value: bigint, scale: number): boolean {
  return Number.isFinite(number) && exponentOf(number) + scale >= 0 && toScaled(number, scale) === value
}

function tighter(known: Bound | undefined, next: Bound, isTighter: (a: bigint, b: bigint) => boolean): Bound {
  if (known === undefined || isTighter(next.value, known.value)) return next
  return next.value === known.value && next.isStrict ? next : known
}

function numberOf(atom: Atom): number {
  if (atom.kind === 'least' || atom.kind === 'most') return atom.value
  return atom.kind === 'multiple' ? atom.of : 0
}

/** Of the last digit: -2 for 1.25. */
function exponentOf(number: number): number {
  const [digits = '', exponent = '0'] = String(number).split('e')
  return Number(exponent) - (digits.split('.')[1]?.length ?? 0)
}

function toScaled(number: number, scale: number): bigint {
  const [digits = ''] = String(number).split('e')
  return BigInt(digits.replace('.', '')) * 10n ** BigInt(exponentOf(number) + scale)
}

function leastCommonMultiple(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b]
  while (y !== 0n) [x, y] = [y, x % y]
  return (a / x) * b
}

function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b
  return a % b !== 0n && a < 0n ? quotient - 1n : quotient
}
