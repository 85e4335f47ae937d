import { h, type JSX } from 'preact'
import type { Field, FieldPlace } from '../field-index/field.ts'
import { fieldTable } from '../field-index/field-table.ts'
import { hrefTo } from '../frame/href-to.ts'
import { fieldId } from '../schema-tree/field-id.ts'
import type { Site } from '../site/site.ts'
import { linksFrom } from './links.ts'

/** Fields with links to where they stand and to the applications that write and read them. */
export function fieldList(site: Site, page: string, fields: readonly Field[]): JSX.Element {
  const links = linksFrom(site, page)
  return fieldTable(fields, {
    place: (place, text) => h('a', { href: placeHref(site, page, place) }, text),
    application: links.application,
  })
}

/** To the tree of the newest version that has the field; the page of an event shows that of its data. */
function placeHref(
  { paths, eventsOf }: Site,
  page: string,
  { versions, events, anchor }: FieldPlace,
): string {
  const newest = versions.at(-1)
  const event = newest === undefined ? events[0] : eventsOf(newest)[0]
  if (event !== undefined) return `${hrefTo(page, paths.event(event.message))}#${fieldId('data', anchor)}`
  return newest === undefined ? '' : `${hrefTo(page, paths.version(newest))}#${fieldId('schema', anchor)}`
}
