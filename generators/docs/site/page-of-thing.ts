import type { Thing } from '@concordat/toolkit/gate'
import type { Site } from './site.ts'

/** The page of what a change is about; undefined where it has none: it is gone, or is a part of something else. */
export function pageOfThing(site: Site, { kind, name }: Thing): string | undefined {
  const { paths, catalog, systems } = site
  const slash = name.indexOf('/')
  const entry = systems.find(({ system }) => system.name === name.slice(0, slash))
  const rest = name.slice(slash + 1)
  if (kind === 'subject') {
    const subject = catalog.subjects.find((one) => one.name === name)
    return subject && paths.subject(subject)
  }
  if (entry === undefined) return undefined
  const { system, events } = entry
  if (kind === 'message') {
    const event = events.find((one) => one.name === rest)
    return event && paths.event(event.message)
  }
  if (kind === 'channel') {
    const channel = system.channels.find((one) => one.name === rest)
    return channel && paths.channel(channel)
  }
  if (kind === 'server') return paths.brokers(system)
  const service = system.services.find((one) => one.name === rest.split('/')[0])
  return service && paths.application(service)
}
