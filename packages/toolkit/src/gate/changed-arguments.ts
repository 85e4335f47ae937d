import type { BrokerArguments } from '../model/catalog.ts'

/** An argument of a declaration that is another than before. */
export interface ArgumentChange {
  readonly name: string
  readonly base: Value | undefined
  readonly head: Value | undefined
  /** `"x-message-ttl" is 2000 and was 1000`. */
  readonly text: string
}

type Value = string | number | boolean

/** Arguments that differ, by name; `standard` are values that mean the same as no argument. */
export function changedArguments(
  base: BrokerArguments,
  head: BrokerArguments,
  standard: BrokerArguments = {},
): readonly ArgumentChange[] {
  const names = [...new Set([...Object.keys(base), ...Object.keys(head)])].toSorted()
  return names.flatMap((name) => {
    const [before, now] = [valueOf(base, name), valueOf(head, name)]
    if ((before ?? standard[name]) === (now ?? standard[name])) return []
    return [{ name, base: before, head: now, text: `${name} ${is('is', now)} and ${is('was', before)}` }]
  })
}

function valueOf(values: BrokerArguments, name: string): Value | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined
}

function is(verb: 'is' | 'was', value: Value | undefined): string {
  return value === undefined ? `${verb} not there` : `${verb} ${JSON.stringify(value)}`
}
