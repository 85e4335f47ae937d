import type { Catalog, JsonObject, SubjectVersion } from '@concordat/toolkit/model'
import { bundleSchema } from '../bundle-schema.ts'
import { described, named, placed } from './entity.ts'
import { schemaFormat } from './schema-format.ts'
import type { SchemaPlace } from './schema-place.ts'

/** The subjects of a domain. */
export function schemaGroup(catalog: Catalog, group: string, places: readonly SchemaPlace[]): JsonObject {
  return {
    schemagroupid: group,
    ...named(group, places[0]?.subject.domain ?? ''),
    ...placed(`/schemagroups/${group}`),
    schemas: Object.fromEntries(places.map((place) => [place.id, schemaOf(catalog, place)])),
  }
}

function schemaOf(catalog: Catalog, { subject, id, xid, versions }: SchemaPlace): JsonObject {
  const pathOf = (version: SubjectVersion | undefined): string => versions.get(version?.id ?? '') ?? ''
  const idOf = (version: SubjectVersion | undefined): string => pathOf(version).split('/').at(-1) ?? ''
  const newest = subject.versions.at(-1)
  const entries = subject.versions.map((version, index): [string, JsonObject] => {
    const versionid = idOf(version)
    const schema = bundleSchema(catalog, version.schema)
    const attributes = {
      schemaid: id,
      versionid,
      ...named(versionid, version.version),
      ...placed(pathOf(version)),
      ...described(version.description),
      isdefault: version === newest,
      // The first one is its own.
      ancestorid: idOf(subject.versions[Math.max(0, index - 1)]),
      format: schemaFormat(schema.$schema),
      schema,
    }
    return [versionid, attributes]
  })
  return {
    schemaid: id,
    name: subject.name,
    ...placed(xid),
    // Servers order versions by their ids, and 10.0.0 would come before 9.0.0.
    meta: { defaultversionid: idOf(newest), defaultversionsticky: true },
    versionscount: entries.length,
    versions: Object.fromEntries(entries),
  }
}
