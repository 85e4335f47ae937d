import type { Hit } from '@concordat/toolkit/gate'
import type { Service, Subject } from '@concordat/toolkit/model'
import type { Site } from '../site/site.ts'
import type { FindingContext } from '../versions/finding-view.ts'
import { applicationsOf, linksFrom } from './links.ts'
import { sourceLink } from './source-link.ts'

/**
 * What findings stand with on a page.
 *
 * @param subject whose versions are compared; who is hit by a type that is no event's data follows from the events that it is part of
 */
export function findingContext(site: Site, page: string, subject?: Subject): FindingContext {
  const links = linksFrom(site, page)
  const services = new Map<string, Service>(
    site.systems.flatMap(({ system }) =>
      system.services.map((service) => [`${system.name}/${service.name}`, service]),
    ),
  )
  return {
    source: (place) => sourceLink(site, place),
    application: (id) => {
      const service = services.get(id)
      return service === undefined ? id : links.to(site.paths.application(service), id)
    },
    partOf: (role) => (subject === undefined ? [] : carriers(site, subject, role)),
  }
}

function carriers(site: Site, { versions }: Subject, role: Hit['role']): readonly string[] {
  const events = new Set(versions.flatMap(site.referrersOf).flatMap(site.eventsOf))
  const uses = [...events].flatMap(({ senders, receivers }) => (role === 'publisher' ? senders : receivers))
  return applicationsOf(uses).map(({ system, name }) => `${system}/${name}`)
}
