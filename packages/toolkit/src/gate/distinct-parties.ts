import { compareText } from '../model/by-name.ts'
import type { Party } from './change.ts'

/** Each party once, sorted by role and name. */
export function distinctParties(parties: readonly Party[]): readonly Party[] {
  const distinct = new Map(parties.map((party) => [`${party.role} ${party.application}`, party]))
  return [...distinct].toSorted(([left], [right]) => compareText(left, right)).map(([, party]) => party)
}
