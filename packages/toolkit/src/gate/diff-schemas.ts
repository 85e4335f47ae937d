import type { Mode } from '../model/compatibility-mode.ts'
import type { Catalog, Node } from '../model/catalog.ts'
import { compareText } from '../model/by-name.ts'
import type { Change, ChangeFinding, Party } from './change.ts'
import { partiesOf } from './parties.ts'
import { promisesOf } from './policy/promises.ts'
import type { GateReport } from './report.ts'
import { compareSchemas, type SchemaSettings } from './schemas/compare-schemas.ts'
import type { ComparedSchema } from './schemas/compared-schemas.ts'
import { claimedBump, neededBump } from './subjects/version-bump.ts'
import { openTree } from './tree.ts'
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
  const findings = compareSchemas(
    { old: toCompared(before), new: toCompared(after) },
    {
      ...settings,
      thing,
      promises: promisesOf(mode),
      publishers: named(parties, 'publisher'),
      consumers: named(parties, 'consumer'),
      ways: [],
    },
  )
  const verdict = worstVerdict(findings)
  const { version: from } = before
  const { version: to } = after
  const change: Change = {
    thing,
    from,
    to,
    verdict,
    mode,
    bump: before.name === after.name ? bumpBetween(before, after, findings) : undefined,
    parties,
    findings,
  }
  return { verdict, head: nameOf(after), base: { label: nameOf(before) }, changes: [change], lint: [] }
}

function bumpBetween(before: DiffSide, after: DiffSide, findings: readonly ChangeFinding[]): Change['bump'] {
  if (before.versionId === undefined || after.versionId === undefined) return undefined
  const claimed = claimedBump(before.version, after.version)
  return { claimed, needed: neededBump(findings, false) }
}

function toCompared(side: DiffSide): ComparedSchema {
  return { ...openTree(side.catalog), name: nameOf(side), schema: side.schema }
}

function nameOf({ name, version, versionId }: DiffSide): string {
  return versionId === undefined ? version : `${name} ${version}`
}

function joinParties(...sides: readonly DiffSide[]): readonly Party[] {
  const parties = sides.flatMap(({ catalog, versionId }) =>
    versionId === undefined ? [] : partiesOf(catalog).ofVersion(versionId),
  )
  const distinct = new Map(parties.map((party) => [`${party.role} ${party.application}`, party]))
  return [...distinct].toSorted(([a], [b]) => compareText(a, b)).map(([, party]) => party)
}

function named(parties: readonly Party[], role: Party['role']): readonly string[] {
  return parties.filter((party) => party.role === role).map(({ application }) => application)
}
