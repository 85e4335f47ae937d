import type { Deprecation } from '../model/catalog.ts'

/** What was announced about a thing that is gone. */
export type Announcement =
  /** Nothing, or no day. */
  | { readonly kind: 'none' }
  /** That it stays until a day that is still to come. */
  | { readonly kind: 'early'; readonly day: string }
  /** That it goes on a day that has come. */
  | { readonly kind: 'due'; readonly day: string }

/** Compares the day on which a thing may be gone with today; both as `2027-01-31`. */
export function announcementOf(deprecation: Deprecation | undefined, today: string): Announcement {
  const day = deprecation?.removal
  if (day === undefined) return { kind: 'none' }
  return day > today ? { kind: 'early', day } : { kind: 'due', day }
}

/** What is different about a removal that was announced in time. */
export function afterNotice(announcement: Announcement): { verdict?: 'risky'; why?: string } {
  return announcement.kind === 'due'
    ? {
        verdict: 'risky',
        why: `It was announced for ${announcement.day}; who did not move in time is hit all the same.`,
      }
    : {}
}
