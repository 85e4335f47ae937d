import {
  type Catalog,
  compareText,
  isJsonSchemaFormat,
  type Service,
  type SubjectVersion,
} from '@concordat/toolkit/model'
import { readSchemaTree } from '../schema-tree/read-schema-tree.ts'
import type { EventEntry } from '../site/event-entry.ts'
import type { Field, FieldPlace } from './field.ts'
import { type SchemaField, schemaFields } from './schema-fields.ts'

/**
 * Every field of every event, sorted by path: in which versions of which subjects it stands, who writes and who reads it.
 * Older versions of a subject that an event carries count too, because their messages may still be on the way.
 */
export function fieldIndex(catalog: Catalog, events: readonly EventEntry[]): readonly Field[] {
  const places = sources(catalog, events).flatMap((source) => placesIn(catalog, source))
  return [...Map.groupBy(places, ({ path }) => path)]
    .map(([path, found]) => ({
      path,
      types: distinct(found.flatMap(({ place }) => place.types)),
      places: found.map(({ place }) => place),
    }))
    .toSorted((a, b) => compareText(a.path, b.path))
}

/** The fields that should not be used any more, each with the places alone that say so. */
export function deprecatedFields(fields: readonly Field[]): readonly Field[] {
  return fields.flatMap((field) => {
    const places = field.places.filter(({ isDeprecated }) => isDeprecated)
    return places.length === 0
      ? []
      : [{ ...field, types: [...new Set(places.flatMap(({ types }) => types))], places }]
  })
}

/** A schema with its versions, or an event that has one of its own. */
interface Source {
  readonly name: string
  readonly versions: readonly SubjectVersion[]
  readonly events: readonly EventEntry[]
}

function sources({ subjects }: Catalog, events: readonly EventEntry[]): readonly Source[] {
  const bySubject = Map.groupBy(events, ({ message }) => message.version?.subject)
  const versioned = subjects.flatMap(({ name, versions }) => {
    const carrying = bySubject.get(name)
    return carrying === undefined ? [] : [{ name, versions, events: carrying }]
  })
  const alone = (bySubject.get(undefined) ?? [])
    .filter(({ message }) => isJsonSchemaFormat(message.schemaFormat ?? 'application/schema+json'))
    .map((entry) => ({ name: entry.name, versions: [], events: [entry] }))
  return [...versioned, ...alone].toSorted((a, b) => compareText(a.name, b.name))
}

interface Found {
  readonly path: string
  readonly place: FieldPlace
}

function placesIn(catalog: Catalog, { name, versions, events }: Source): readonly Found[] {
  if (versions.length === 0) {
    const data = events[0]?.message.data
    const fields = data === undefined ? [] : schemaFields(readSchemaTree(catalog, data))
    return fields.map((field) => ({
      path: field.path,
      place: placeOf(name, [{ field, version: undefined }], events),
    }))
  }
  const all = versions.flatMap((version) =>
    schemaFields(readSchemaTree(catalog, version.schema)).map((field) => ({ field, version })),
  )
  return [...Map.groupBy(all, ({ field }) => field.path)].map(([path, found]) => {
    const ids = new Set(found.map(({ version }) => version.id))
    const carrying = events.filter(({ message }) => ids.has(message.version?.id ?? ''))
    return { path, place: placeOf(name, found, carrying) }
  })
}

function placeOf(
  name: string,
  found: readonly { readonly field: SchemaField; readonly version: SubjectVersion | undefined }[],
  events: readonly EventEntry[],
): FieldPlace {
  const newest = found.at(-1)?.field
  return {
    name,
    versions: found.flatMap(({ version }) => version ?? []),
    events,
    types: distinct(found.flatMap(({ field }) => field.types)),
    isRequired: newest?.isRequired === true,
    isDeprecated: newest?.isDeprecated === true,
    anchor: newest?.anchor ?? '',
    writers: servicesOf(events.flatMap(({ senders }) => senders)),
    readers: servicesOf(events.flatMap(({ receivers }) => receivers)),
  }
}

function servicesOf(uses: readonly { readonly service: Service }[]): readonly Service[] {
  return distinct(uses.map(({ service }) => service))
}

function distinct<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)]
}
