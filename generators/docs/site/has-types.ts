import type { Site } from './site.ts'

/** Whether there is anything to list under types. */
export function hasTypes({ catalog, sharedTypes }: Site): boolean {
  return catalog.subjects.length + sharedTypes.length > 0
}
