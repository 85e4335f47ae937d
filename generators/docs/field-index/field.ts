import type { Service, SubjectVersion } from '@concordat/toolkit/model'
import type { EventEntry } from '../site/event-entry.ts'

/** A path under which one or more events have a field. */
export interface Field {
  readonly path: string
  /** All types that it has anywhere; more than one is worth a look. */
  readonly types: readonly string[]
  readonly places: readonly FieldPlace[]
}

/** Where a field stands: in some versions of a subject, or in an event whose schema has no versions. */
export interface FieldPlace {
  /** Name of the subject, else of the event. */
  readonly name: string
  /** Versions that have the field, oldest first; empty where the schema has none. */
  readonly versions: readonly SubjectVersion[]
  /** Events that carry one of these versions. */
  readonly events: readonly EventEntry[]
  readonly types: readonly string[]
  /** Whether the newest of the versions requires it. */
  readonly isRequired: boolean
  /** Whether the newest of the versions says that it should not be used any more. */
  readonly isDeprecated: boolean
  /** Path of its part in the tree of the newest version, for `fieldId`. */
  readonly anchor: string
  /** Applications that send an event with it. */
  readonly writers: readonly Service[]
  readonly readers: readonly Service[]
}
