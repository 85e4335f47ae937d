import type { SystemEntry } from './event-entry.ts'

/** Whether a name stands in several systems, as the title of an application or the name of an event. */
export function sharedNames(systems: readonly SystemEntry[]): (name: string) => boolean {
  const counts = new Map<string, number>()
  for (const { system, events } of systems) {
    const titles = system.services.map(({ title }) => title)
    for (const name of new Set([...titles, ...events.map(({ name }) => name)]))
      counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return (name) => (counts.get(name) ?? 0) > 1
}
