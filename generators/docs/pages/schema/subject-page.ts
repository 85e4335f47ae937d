import type { Subject } from '@concordat/toolkit/model'
import { Fragment, h, type JSX } from 'preact'
import type { Page } from '../../frame/page.ts'
import { section } from '../../frame/section.ts'
import { deprecatedBadge } from '../../parts/badges.ts'
import { count } from '../../parts/count.ts'
import { lines } from '../../parts/facts.ts'
import { type Links, linksFrom } from '../../parts/links.ts'
import { pageTitle } from '../../parts/page-title.ts'
import { findingContext } from '../../parts/finding-context.ts'
import { proposalNote } from '../../proposal/proposal-note.ts'
import { changelog, hasManyVersions, versionPairs } from '../../versions/changelog.ts'
import { changelogView, diffChooser, type VersionsContext } from '../../versions/versions-view.ts'
import { table } from '../../parts/table.ts'
import type { Site } from '../../site/site.ts'
import { TRAILS } from '../../site/trail.ts'

/** All versions of a subject, newest first, and what differs between any two. */
export function subjectPage(site: Site, subject: Subject): Page {
  const path = site.paths.subject(subject)
  const links = linksFrom(site, path)
  const newest = subject.versions.at(-1)
  const context: VersionsContext = {
    ...findingContext(site, path, subject),
    version: (version) => links.to(site.paths.version(version), version.version),
  }
  return {
    path,
    title: subject.name,
    summary: newest?.description,
    trail: TRAILS.types,
    head: h(
      Fragment,
      null,
      pageTitle({
        title: subject.name,
        subtitle: count(subject.versions.length, 'version'),
        lead: newest?.description,
      }),
      proposalNote(site, path, site.changesOf('subject', subject.name)),
    ),
    sections: [
      ...section('versions', 'Versions', versionTable(site, subject, links)),
      ...section(
        'changelog',
        'What each version changed',
        changelogView(changelog(subject, site.diff), context),
      ),
      ...section('compare', 'Any two versions', comparison(site, subject, context)),
    ],
  }
}

/** Of very many versions the page of each has those that are not here, which keeps this one light. */
function comparison(site: Site, subject: Subject, context: VersionsContext): JSX.Element | undefined {
  const chooser = diffChooser(versionPairs(subject), site.diff, 'pair', context)
  if (chooser === undefined || !hasManyVersions(subject)) return chooser
  return h(
    'div',
    null,
    h('p', null, 'Two versions that are not offered here are compared on the page of the older one.'),
    chooser,
  )
}

function versionTable(site: Site, { versions }: Subject, links: Links): JSX.Element {
  const hasState = versions.some(({ deprecated }) => deprecated)
  return table(
    ['Version', 'Used by', ...(hasState ? ['State'] : [])],
    versions
      .toReversed()
      .map((version) => [
        links.to(site.paths.version(version), version.version),
        lines(site.eventsOf(version).map(links.event), 'no event'),
        ...(hasState ? [deprecatedBadge(version.deprecated)] : []),
      ]),
  )
}
