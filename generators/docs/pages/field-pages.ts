import { h, type JSX } from 'preact'
import { slug } from '@concordat/toolkit/model'
import type { Field, FieldPlace } from '../field-index/field.ts'
import { type FieldChunk, fieldChunks } from '../field-index/field-chunks.ts'
import { fieldTable } from '../field-index/field-table.ts'
import { hrefTo } from '../frame/href-to.ts'
import type { Page } from '../frame/page.ts'
import { section } from '../frame/section.ts'
import { count } from '../parts/count.ts'
import { linksFrom } from '../parts/links.ts'
import { pageTitle } from '../parts/page-title.ts'
import { fieldId } from '../schema-tree/field-id.ts'
import { PAGES } from '../site/page-paths.ts'
import type { Site } from '../site/site.ts'

/** A page before it is made, because making all of them costs time. */
export interface LazyPage {
  readonly path: string
  /** What it depends on beside what is not written in a version of a schema. */
  readonly inputs: string
  readonly page: () => Page
}

/** Every field with who writes and who reads it: one page, or one a few letters where they are many. */
export function fieldPages(site: Site, fields: readonly Field[]): readonly LazyPage[] {
  const chunks = fieldChunks(fields)
  const [only, ...more] = chunks
  if (only === undefined || more.length === 0)
    return [{ path: PAGES.fields, inputs: inputsOf(fields), page: () => fieldsPage(site, fields, [], only) }]
  return [
    { path: PAGES.fields, inputs: inputsOf(fields), page: () => fieldsPage(site, fields, chunks, undefined) },
    ...chunks.map((chunk) => ({
      path: chunkPath(chunk),
      inputs: inputsOf(chunk.fields),
      page: () => chunkPage(site, chunk),
    })),
  ]
}

function inputsOf(fields: readonly Field[]): string {
  return JSON.stringify(
    fields.map(({ path, types, places }) => [
      path,
      types,
      places.map((place) => [
        place.name,
        place.anchor,
        place.isRequired,
        place.types,
        place.versions.map(({ id }) => id),
      ]),
    ]),
  )
}

function chunkPath({ title }: FieldChunk): string {
  return `fields/${slug(title) || 'others'}.html`
}

function fieldsPage(
  site: Site,
  fields: readonly Field[],
  chunks: readonly FieldChunk[],
  only: FieldChunk | undefined,
): Page {
  const links = linksFrom(site, PAGES.fields)
  const ambiguous = fields.filter(({ types }) => types.length > 1)
  return {
    path: PAGES.fields,
    title: 'Fields',
    summary: 'Every field of every event, with who writes and who reads it',
    trail: [{ title: 'Overview', path: PAGES.overview }],
    head: pageTitle({
      title: 'Fields',
      subtitle: `${count(fields.length, 'field')} of all events, with who writes and who reads each.`,
    }),
    sections: [
      ...section(
        'letters',
        'By letter',
        chunks.length === 0
          ? undefined
          : h(
              'ul',
              { class: 'chips' },
              chunks.map((chunk) => h('li', null, links.to(chunkPath(chunk), chunk.title))),
            ),
      ),
      ...section(
        'fields',
        'All fields',
        only === undefined ? undefined : table(site, PAGES.fields, only.fields),
      ),
      ...section(
        'several-types',
        'Fields with several types',
        ambiguous.length === 0 || only !== undefined ? undefined : table(site, PAGES.fields, ambiguous),
      ),
    ],
  }
}

function chunkPage(site: Site, chunk: FieldChunk): Page {
  const path = chunkPath(chunk)
  return {
    path,
    title: `Fields ${chunk.title}`,
    summary: `Fields ${chunk.title} of all events, with who writes and who reads each`,
    trail: [
      { title: 'Overview', path: PAGES.overview },
      { title: 'Fields', path: PAGES.fields },
    ],
    head: pageTitle({ title: `Fields ${chunk.title}`, subtitle: count(chunk.fields.length, 'field') }),
    sections: section('fields', 'Fields', table(site, path, chunk.fields)),
  }
}

function table(site: Site, page: string, fields: readonly Field[]): JSX.Element {
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
