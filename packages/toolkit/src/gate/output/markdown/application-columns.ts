import type { Change } from '../../change.ts'
import { isHit } from '../describe-change.ts'
import { cellCode } from './escape-markdown.ts'

/** More columns do not fit on a screen. */
const MOST_COLUMNS = 6

export interface ApplicationColumns {
  /** Heads of the columns. */
  readonly heads: readonly string[]
  /** The cells of a change, one for each head. */
  readonly cells: (change: Change) => readonly string[]
}

/** A column for each application on either side of a change, those that are hit most first; the rest share one. */
export function applicationColumns(changes: readonly Change[]): ApplicationColumns {
  const names = byHits(changes)
  const shown = names.length > MOST_COLUMNS ? names.slice(0, MOST_COLUMNS - 1) : names
  const others = names.slice(shown.length)
  const heads = shortNames(shown).map((name) => cellCode(name, 60))
  return {
    heads: others.length === 0 ? heads : [...heads, `${others.length} others`],
    cells: (change) => {
      const cells = shown.map((name) => cellOf(change, name))
      return others.length === 0 ? cells : [...cells, othersCell(change, new Set(others))]
    },
  }
}

function byHits(changes: readonly Change[]): readonly string[] {
  const hits = new Map<string, number>()
  for (const { parties, findings } of changes)
    for (const party of parties) {
      const { application } = party
      hits.set(application, (hits.get(application) ?? 0) + Number(isHit(party, findings)))
    }
  return [...hits].toSorted(([left, a], [right, b]) => b - a || (left < right ? -1 : 1)).map(([name]) => name)
}

/** Without their systems, where the names differ without them. */
function shortNames(names: readonly string[]): readonly string[] {
  const short = names.map((name) => name.slice(name.indexOf('/') + 1))
  return new Set(short).size === short.length ? short : names
}

function cellOf({ parties, findings }: Change, application: string): string {
  const sides = parties.filter((party) => party.application === application)
  if (sides.length === 0) return ''
  return sides.some((party) => isHit(party, findings)) ? '❌ hit' : 'unaffected'
}

function othersCell({ parties, findings }: Change, others: ReadonlySet<string>): string {
  const among = parties.filter(({ application }) => others.has(application))
  const hit = new Set(among.filter((party) => isHit(party, findings)).map(({ application }) => application))
  const all = new Set(among.map(({ application }) => application))
  if (all.size === 0) return ''
  return hit.size === 0 ? 'unaffected' : `❌ ${hit.size} of ${all.size} hit`
}
