import type { SubjectVersion } from '@concordat/toolkit/model'
import { type ComponentChildren, h, type JSX } from 'preact'
import { hrefTo } from '../frame/href-to.ts'
import { verdictBadge } from './verdict-badge.ts'
import type { Site } from '../site/site.ts'
import { versionDiffView } from '../versions/version-diff-view.ts'
import { findingContext } from './finding-context.ts'

/** What a version changed towards the one before it; undefined for the first one. */
export function lastChange(
  site: Site,
  page: string,
  version: SubjectVersion | undefined,
): JSX.Element | undefined {
  const before = versionBefore(site, version)
  if (version === undefined || before === undefined) return undefined
  const subject = site.subjectOf(version)
  const all = hrefTo(page, site.paths.subject(subject))
  return h(
    'div',
    null,
    h(
      'p',
      null,
      `${version.version} against ${before.version}. `,
      h('a', { href: `${all}#compare` }, 'Compare other versions'),
    ),
    versionDiffView(site.diff(before, version), findingContext(site, page, subject)),
  )
}

/** The same in a few words, with a link to the whole, which stands on the same page. */
export function lastChangeInShort(site: Site, version: SubjectVersion | undefined): ComponentChildren {
  const before = versionBefore(site, version)
  if (version === undefined || before === undefined) return undefined
  const { verdict } = site.diff(before, version).change
  return [verdictBadge(verdict), ' ', h('a', { href: '#changes' }, `against ${before.version}`)]
}

function versionBefore(site: Site, version: SubjectVersion | undefined): SubjectVersion | undefined {
  if (version === undefined) return undefined
  const { versions } = site.subjectOf(version)
  return versions[versions.indexOf(version) - 1]
}
