import type { JsonObject } from '@concordat/toolkit/model'
import type { Site } from '../../site/site.ts'
import { placed } from './entity.ts'
import { messageGroup } from './message-group.ts'
import { registryIds } from './registry-ids.ts'
import { schemaGroup } from './schema-group.ts'
import { schemaPlaces } from './schema-place.ts'

/**
 * The contracts as an xRegistry document, to be read or to be imported (xregistry.io; core, message and schema registries
 * 1.0-rc4): events as messages, a group a system, and subjects as schemas with all their versions, a group a domain. What
 * a server alone knows, epochs and times, is not in it.
 */
export function xregistry(site: Site): JsonObject {
  const { catalog, systems } = site
  const places = schemaPlaces(catalog.subjects)
  const versions = new Map(places.flatMap((place) => [...place.versions]))
  const ids = registryIds(systems.map(({ system }) => system.name))
  return {
    specversion: '1.0-rc4',
    registryid: 'event-contracts',
    ...placed('/'),
    messagegroups: Object.fromEntries(
      systems.map((entry) => {
        const id = ids.get(entry.system.name) ?? ''
        return [id, messageGroup(site, entry, id, versions)]
      }),
    ),
    schemagroups: Object.fromEntries(
      [...Map.groupBy(places, ({ group }) => group)].map(([group, members]) => [
        group,
        schemaGroup(catalog, group, members),
      ]),
    ),
  }
}
