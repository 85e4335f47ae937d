import type { Mode } from '../model/compatibility-mode.ts'
import type { Catalog, Node } from '../model/catalog.ts'
import type { Change, Party } from './change.ts'
import { distinctParties } from './distinct-parties.ts'
import { partiesOf } from './parties.ts'
import { promisesOf } from './policy/promises.ts'
import type { GateReport } from './report.ts'
import { compareSchemas, type SchemaSettings } from './schemas/compare-schemas.ts'
import type { ComparedSchema } from './schemas/compared-schemas.ts'
import { SchemaSides } from './schemas/schema-sides.ts'
import { sendsTheSame } from './schemas/sends-the-same.ts'
import { claimedBump, neededBump } from './subjects/version-bump.ts'
import { worstVerdict } from './worst-verdict.ts'

/** A schema to hold against another one. */
export interface DiffSide {
  readonly catalog: Catalog
  readonly schema: Node
  /** Subject that it is a version of, else what to call it. */
  readonly name: string
  /** `1.1.0`, or where it stands. */
  readonly version: string
  /** `orders/order.created/1.1.0` where it is a version of a subject: who sends and receives it is named. */
  readonly versionId?: string
}

/**
 * Holds one schema against another, whatever lies between them: two versions of a subject, or two files.
 *
 * @param mode which promises the second has to keep towards the first
 */
export function diffSchemas(
  before: DiffSide,
  after: DiffSide,
  { mode, ...settings }: SchemaSettings & { readonly mode: Mode },
): GateReport {
  const thing = { kind: 'subject', name: after.name } as const
  const parties = joinParties(before, after)
  const compared = { old: toCompared(before), new: toCompared(after) }
  const findings = compareSchemas(compared, {
    ...settings,
    thing,
    promises: promisesOf(mode),
    publishers: named(parties, 'publisher'),
    consumers: named(parties, 'consumer'),
    ways: [],
  })
  const verdict = worstVerdict(findings)
  const { version: from } = before
  const { version: to } = after
  const change: Change = {
    thing,
    from,
    to,
    verdict,
    mode,
    bump:
      before.versionId !== undefined && after.versionId !== undefined && before.name === after.name
        ? {
            claimed: claimedBump(from, to),
            needed: neededBump(findings, () => sendsTheSame(compared, settings)),
          }
        : undefined,
    parties,
    findings,
  }
  return { verdict, head: nameOf(after), base: { label: nameOf(before) }, changes: [change], lint: [] }
}

function toCompared(side: DiffSide): ComparedSchema {
  const { catalog, schema } = side
  return { catalog, schema, sides: new SchemaSides(catalog), name: nameOf(side) }
}

function nameOf({ name, version, versionId }: DiffSide): string {
  return versionId === undefined ? version : `${name} ${version}`
}

function joinParties(...sides: readonly DiffSide[]): readonly Party[] {
  const parties = sides.flatMap(({ catalog, versionId }) =>
    versionId === undefined ? [] : partiesOf(catalog).ofVersion(versionId),
  )
  return distinctParties(parties)
}

function named(parties: readonly Party[], role: Party['role']): readonly string[] {
  return parties.filter((party) => party.role === role).map(({ application }) => application)
}
