import type { SubjectVersion } from '@concordat/toolkit/model'
import { h, type JSX } from 'preact'
import { hrefTo } from '../frame/href-to.ts'
import type { Site } from '../site/site.ts'
import { versionDiffView } from '../versions/version-diff-view.ts'
import { sourceLink } from './source-link.ts'

/** What a version changed towards the one before it; undefined for the first one. */
export function lastChange(
  site: Site,
  page: string,
  version: SubjectVersion | undefined,
): JSX.Element | undefined {
  if (version === undefined) return undefined
  const subject = site.subjectOf(version)
  const before = subject.versions[subject.versions.indexOf(version) - 1]
  if (before === undefined) return undefined
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
    versionDiffView(site.diff(before, version), { source: (place) => sourceLink(site, place) }),
  )
}
