import type { Subject } from '@concordat/toolkit/model'
import { registryIds } from './registry-ids.ts'

/** Where a subject and its versions stand in the registry. */
export interface SchemaPlace {
  readonly subject: Subject
  /** Id of the group of its domain. */
  readonly group: string
  readonly id: string
  readonly xid: string
  /** Paths of its versions by their ids in the catalog. */
  readonly versions: ReadonlyMap<string, string>
}

export function schemaPlaces(subjects: readonly Subject[]): readonly SchemaPlace[] {
  const groups = registryIds(subjects.map(({ domain }) => domain))
  return [...Map.groupBy(subjects, ({ domain }) => domain)].flatMap(([domain, members]) => {
    const group = groups.get(domain) ?? ''
    const ids = registryIds(members.map(nameInDomain))
    return members.map((subject) => {
      const id = ids.get(nameInDomain(subject)) ?? ''
      const xid = `/schemagroups/${group}/schemas/${id}`
      const versionIds = registryIds(subject.versions.map(({ version }) => version))
      const versions = subject.versions.map(
        (one) => [one.id, `${xid}/versions/${versionIds.get(one.version)}`] as const,
      )
      return { subject, group, id, xid, versions: new Map(versions) }
    })
  })
}

/** `order.created` of `orders/order.created`: the group says the rest. */
function nameInDomain({ domain, name }: Subject): string {
  return name.startsWith(`${domain}/`) ? name.slice(domain.length + 1) : name
}
