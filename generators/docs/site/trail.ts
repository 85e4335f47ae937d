import type { System } from '@concordat/toolkit/model'
import type { PageLink } from '../frame/page.ts'
import { PAGES } from './page-paths.ts'
import type { Site } from './site.ts'
import { systemTitle } from './system-title.ts'

const OVERVIEW: PageLink = { title: 'Overview', path: PAGES.overview }

/** The way from the overview to a page of a list that every page links to. */
export const TRAILS: Readonly<Record<'overview' | 'types' | 'fields', readonly PageLink[]>> = {
  overview: [OVERVIEW],
  types: [OVERVIEW, { title: 'Types', path: PAGES.types }],
  fields: [OVERVIEW, { title: 'Fields', path: PAGES.fields }],
}

/** The way from the overview to what belongs to a system. */
export function systemTrail(site: Site, system: System): readonly PageLink[] {
  return [OVERVIEW, { title: systemTitle(system), path: site.paths.system(system) }]
}
