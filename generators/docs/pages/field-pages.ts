import { h } from 'preact'
import { slug } from '@concordat/toolkit/model'
import type { Field } from '../field-index/field.ts'
import { type FieldChunk, fieldChunks } from '../field-index/field-chunks.ts'
import type { Page } from '../frame/page.ts'
import { section } from '../frame/section.ts'
import { count } from '../parts/count.ts'
import { fieldList } from '../parts/field-list.ts'
import { linksFrom } from '../parts/links.ts'
import { pageTitle } from '../parts/page-title.ts'
import { PAGES } from '../site/page-paths.ts'
import type { Site } from '../site/site.ts'
import { TRAILS } from '../site/trail.ts'

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
    return [
      { path: PAGES.fields, inputs: fieldInputs(fields), page: () => fieldsPage(site, fields, [], only) },
    ]
  return [
    {
      path: PAGES.fields,
      inputs: fieldInputs(fields),
      page: () => fieldsPage(site, fields, chunks, undefined),
    },
    ...chunks.map((chunk) => ({
      path: chunkPath(chunk),
      inputs: fieldInputs(chunk.fields),
      page: () => chunkPage(site, chunk),
    })),
  ]
}

/** What a list of fields depends on beside what is not written in a version of a schema. */
export function fieldInputs(fields: readonly Field[]): string {
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
    trail: TRAILS.overview,
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
        only === undefined ? undefined : fieldList(site, PAGES.fields, only.fields),
      ),
      ...section(
        'several-types',
        'Fields with several types',
        ambiguous.length === 0 || only !== undefined ? undefined : fieldList(site, PAGES.fields, ambiguous),
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
    trail: TRAILS.fields,
    head: pageTitle({ title: `Fields ${chunk.title}`, subtitle: count(chunk.fields.length, 'field') }),
    sections: section('fields', 'Fields', fieldList(site, path, chunk.fields)),
  }
}
