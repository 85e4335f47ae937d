import { compareText } from '../../model/by-name.ts'
import { quote } from '../quote.ts'
import type { Violation } from '../rule.ts'

/** A thing on the broker, as one channel states it. */
export interface Declaration {
  readonly name: string
  /** RabbitMQ's virtual host: equal names in two of them are two things. */
  readonly vhost?: string
  readonly properties: Readonly<Record<string, unknown>>
  readonly at: Violation['at']
}

/** Declarations of one name that do not say the same, each compared with the first. */
export function* conflicts(what: string, declarations: readonly Declaration[]): Iterable<Violation> {
  const first = new Map<string, Declaration>()
  for (const declaration of declarations) {
    const key = JSON.stringify([declaration.vhost, declaration.name])
    const other = first.get(key)
    if (other === undefined) {
      first.set(key, declaration)
      continue
    }
    const difference = firstDifference(other.properties, declaration.properties)
    if (difference === undefined) continue
    const [property, before, now] = difference
    yield {
      at: declaration.at,
      message: `${what} ${quote(declaration.name)} has ${property} ${now} here and ${before} in ${other.at.file}#${other.at.pointer}`,
      fix: 'Let both declare the same, best by a reference to one definition.',
    }
  }
}

type Properties = Declaration['properties']

function firstDifference(left: Properties, right: Properties): readonly [string, string, string] | undefined {
  const names = [...new Set([...Object.keys(left), ...Object.keys(right)])].toSorted()
  for (const name of names) {
    const before = canonical(left[name])
    const now = canonical(right[name])
    if (before !== now) return [name, before, now]
  }
  return undefined
}

/** JSON with sorted keys, for comparing and for printing. */
function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return JSON.stringify(value) ?? 'nothing'
  const sorted = Object.entries(value).toSorted(([a], [b]) => compareText(a, b))
  return JSON.stringify(Object.fromEntries(sorted))
}
