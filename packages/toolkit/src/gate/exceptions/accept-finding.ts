import { jsonFile } from '../../scaffold/json-text.ts'
import type { ChangeFinding, Thing, Way } from '../change.ts'
import type { Exception } from './exception.ts'

/** So long an exception holds when nobody says otherwise. */
const DAYS = 30

/** The way forward that every finding has: to accept it for a while, under a name. */
export function wayToAccept({ fingerprint }: ChangeFinding, today: string): Way {
  const until = new Date(Date.parse(today) + DAYS * 24 * 60 * 60 * 1000).toISOString().slice(0, 10)
  return {
    text: 'Accept it for a while, where everybody who is hit agrees.',
    command: `concordat accept ${fingerprint} --owner TEAM --reason WHY --until ${until}`,
  }
}

/** The file that accepts a finding: its name in the folder of the exceptions, and its content. */
export function exceptionFile(
  thing: Thing,
  { rule, fingerprint }: ChangeFinding,
  { owner, reason, expires }: Pick<Exception, 'owner' | 'reason' | 'expires'>,
): { readonly name: string; readonly content: string } {
  const place = { kind: thing.kind, name: thing.name }
  return {
    name: `${rule}-${fingerprint}.json`,
    content: jsonFile({ rule, place, fingerprint, owner, reason, expires }),
  }
}
