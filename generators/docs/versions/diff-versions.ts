import { type Change, diffSchemas } from '@concordat/toolkit/gate'
import type { Catalog, SubjectVersion } from '@concordat/toolkit/model'
import { readSchemaTree } from '../schema-tree/read-schema-tree.ts'
import { compareTrees } from './compare-trees.ts'
import type { SchemaChange } from './schema-change.ts'

/** What one version of a subject changes towards another one. */
export interface VersionDiff {
  readonly from: SubjectVersion
  readonly to: SubjectVersion
  /** What the gate says: verdict, findings with their witnesses, who is hit, what the number would have to be. */
  readonly change: Change
  /** What is different in words, breaking or not. */
  readonly changes: readonly SchemaChange[]
}

export interface DiffSettings {
  readonly format: 'annotation' | 'assertion'
  readonly exact: boolean
}

/**
 * Holds one version against another in both directions, whatever mode the subject has: a reader wants to know what
 * happens to either side. It is what `concordat diff` says, with the harmless changes beside it.
 *
 * ```ts
 * diffVersions(catalog, older, newer).change.findings.map(({ message }) => message)
 * ```
 */
export function diffVersions(
  catalog: Catalog,
  from: SubjectVersion,
  to: SubjectVersion,
  settings: DiffSettings = { format: 'assertion', exact: false },
): VersionDiff {
  const [before, after] = [from, to].map((version) => ({
    catalog,
    schema: version.schema,
    name: version.subject,
    version: version.version,
    versionId: version.id,
  })) as [Parameters<typeof diffSchemas>[0], Parameters<typeof diffSchemas>[1]]
  const [change] = diffSchemas(before, after, { mode: 'FULL', ...settings }).changes
  if (change === undefined) throw new Error(`nothing was said about ${from.id} and ${to.id}`)
  const changes = compareTrees(readSchemaTree(catalog, from.schema), readSchemaTree(catalog, to.schema))
  return { from, to, change, changes }
}

/** {@link diffVersions} that remembers: changelog and comparison of a subject ask for the same pairs. */
export function rememberDiffs(
  catalog: Catalog,
  settings?: DiffSettings,
): (from: SubjectVersion, to: SubjectVersion) => VersionDiff {
  const known = new Map<string, VersionDiff>()
  return (from, to) => {
    const key = `${from.id} ${to.id}`
    const diff = known.get(key) ?? diffVersions(catalog, from, to, settings)
    known.set(key, diff)
    return diff
  }
}
