import type { GateReport } from '@concordat/toolkit/gate'
import type { Catalog, Finding, Subject, SubjectVersion } from '@concordat/toolkit/model'
import { type ChangesOf, changesOf } from '../proposal/changes-of.ts'
import { rememberDiffs, type VersionDiff } from '../versions/diff-versions.ts'
import { channelsOf } from './channel-entry.ts'
import { type EventEntry, eventsOf, type SystemEntry } from './event-entry.ts'
import { sharedNames } from './shared-names.ts'
import { joinSystems } from './join-systems.ts'
import { type ReachedFiles, reachedFiles } from './reached-files.ts'
import { reachedNodes } from './reached-nodes.ts'
import { referrers } from './referrers.ts'
import { pagePaths, type PagePaths } from './page-paths.ts'
import { type SharedType, sharedTypes } from './shared-types.ts'

/** What the site shows, arranged as it shows it, and where each thing has its page. */
export interface Site {
  readonly catalog: Catalog
  readonly systems: readonly SystemEntry[]
  /** Every event of every system. */
  readonly events: readonly EventEntry[]
  readonly paths: PagePaths
  readonly context: SiteContext
  readonly changesOf: ChangesOf
  /** What one version of a subject changes towards another; each pair is decided once. */
  readonly diff: (from: SubjectVersion, to: SubjectVersion) => VersionDiff
  readonly subjectOf: (version: SubjectVersion) => Subject
  /** The version of a subject that a file is. */
  readonly versionAt: (file: string) => SubjectVersion | undefined
  /** The events whose data is this version. */
  readonly eventsOf: (version: SubjectVersion) => readonly EventEntry[]
  /** The versions of other subjects that refer to this one. */
  readonly referrersOf: (version: SubjectVersion) => readonly SubjectVersion[]
  readonly reachedFiles: ReachedFiles
  /** Schemas that messages refer to by name, and that are no versions. */
  readonly sharedTypes: readonly SharedType[]
  readonly typeAt: (id: string) => SharedType | undefined
  /** Whether applications or events of several systems have the name. */
  readonly isShared: (name: string) => boolean
}

/** What the contracts do not say themselves. */
export interface SiteContext {
  /** What lint finds; undefined where nobody asked. */
  readonly findings?: readonly Finding[] | undefined
  /** What the contracts change against a base; undefined where nobody asked. */
  readonly proposal?: GateReport | undefined
  /** Where sources can be read, with `{path}` and `{line}` in it: `https://git.example/contracts/{path}#L{line}`. */
  readonly sourceUrl?: string | undefined
}

export function createSite(catalog: Catalog, context: SiteContext): Site {
  const systems = joinSystems(
    catalog.systems.map((system) => ({ system, events: eventsOf(system), channels: channelsOf(system) })),
  )
  const events = systems.flatMap((entry) => entry.events)
  const subjects = new Map(catalog.subjects.map((subject) => [subject.name, subject]))
  const nodes = reachedNodes(catalog)
  const reached = reachedFiles(nodes)
  const types = sharedTypes(catalog, events, nodes)
  const versions = catalog.subjects.flatMap((subject) => subject.versions)
  const byPath = new Map(versions.map((version) => [version.path, version]))
  const byId = new Map(types.map((type) => [type.id, type]))
  const byVersion = Map.groupBy(events, ({ message }) => message.version?.id)
  return {
    catalog,
    systems,
    events,
    paths: pagePaths(catalog.subjects, systems, types),
    context,
    changesOf: changesOf(context.proposal),
    diff: rememberDiffs(catalog),
    subjectOf: ({ subject }) => {
      const found = subjects.get(subject)
      if (found === undefined) throw new Error(`the catalog has no subject ${subject}`)
      return found
    },
    versionAt: (file) => byPath.get(file),
    eventsOf: ({ id }) => byVersion.get(id) ?? [],
    referrersOf: referrers(catalog, reached),
    reachedFiles: reached,
    sharedTypes: types,
    typeAt: (id) => byId.get(id),
    isShared: sharedNames(systems),
  }
}
