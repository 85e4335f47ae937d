import type { Subject, SubjectVersion } from '@concordat/toolkit/model'
import { Fragment, h, type JSX } from 'preact'
import { hrefTo } from '../../frame/href-to.ts'
import type { Page } from '../../frame/page.ts'
import { section } from '../../frame/section.ts'
import { firstSentence } from '../../markdown/markdown.ts'
import { deprecatedBadge } from '../../parts/badges.ts'
import { jsonBlock } from '../../parts/code-block.ts'
import { facts, lines } from '../../parts/facts.ts'
import { findingContext } from '../../parts/finding-context.ts'
import { lastChange } from '../../parts/last-change.ts'
import { linksFrom } from '../../parts/links.ts'
import { pageTitle } from '../../parts/page-title.ts'
import { schemaPart } from '../../parts/schema-part.ts'
import { sourceLink } from '../../parts/source-link.ts'
import type { Site } from '../../site/site.ts'
import { laterPairs } from '../../versions/changelog.ts'
import { diffChooser } from '../../versions/versions-view.ts'
import { TRAILS } from '../../site/trail.ts'

/** One version of a schema: what it says and which events and schemas use it. */
export function versionPage(site: Site, subject: Subject, version: SubjectVersion): Page {
  const path = site.paths.version(version)
  const links = linksFrom(site, path)
  const others = subject.versions.filter((other) => other !== version).toReversed()
  return {
    path,
    title: `${subject.name} ${version.version}`,
    summary: firstSentence(version.description),
    trail: [
      ...TRAILS.types,
      ...(others.length === 0 ? [] : [{ title: subject.name, path: site.paths.subject(subject) }]),
    ],
    head: h(
      Fragment,
      null,
      pageTitle({
        title: version.title ?? subject.name,
        badges: [deprecatedBadge(version.deprecated)],
        subtitle: h('code', null, version.id),
        lead: version.description,
      }),
      facts([
        ['Events', lines(site.eventsOf(version).map(links.event), 'none has it as its data')],
        ['Schemas that refer to it', lines(site.referrersOf(version).map(links.version), 'none')],
        [
          'Other versions',
          others.length === 0
            ? undefined
            : others.map((other, index) => [
                index > 0 && ', ',
                links.to(site.paths.version(other), other.version),
              ]),
        ],
        ['Contract', sourceLink(site, version.schema)],
      ]),
    ),
    sections: [
      ...section('changes', 'What changed', lastChange(site, path, version)),
      ...section(
        'compare',
        'Against later versions',
        diffChooser(laterPairs(subject, version), site.diff, 'pair', findingContext(site, path, subject)),
      ),
      ...section('schema', 'Schema', schemaOf(site, path, version)),
      ...section(
        'examples',
        'Examples',
        version.examples.length === 0 || site.eventsOf(version).length > 0
          ? undefined
          : h(
              'div',
              null,
              version.examples.map((node, index) => jsonBlock(node.value, null, `Example ${index + 1}`)),
            ),
      ),
    ],
  }
}

/** The page of an event shows the schema of its data already, and is kept in one place. */
function schemaOf(site: Site, path: string, version: SubjectVersion): JSX.Element {
  const [event] = site.eventsOf(version)
  if (event === undefined) return schemaPart(site, { page: path, id: 'schema' }, version.schema)
  const target = `${site.paths.event(event.message)}#data`
  return h(
    'p',
    null,
    'It is the data of ',
    h('a', { href: hrefTo(path, target) }, event.name),
    ', which shows it property by property.',
  )
}
