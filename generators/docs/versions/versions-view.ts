import type { SubjectVersion } from '@concordat/toolkit/model'
import { type ComponentChild, h, type JSX } from 'preact'
import type { ChangelogEntry, VersionPair } from './changelog.ts'
import type { VersionDiff } from './diff-versions.ts'
import type { FindingContext } from './finding-view.ts'
import { versionDiffView } from './version-diff-view.ts'

export interface VersionsContext extends FindingContext {
  /** Heading of a version in the changelog, with a link to its page. */
  readonly version: (version: ChangelogEntry['version']) => ComponentChild
}

/** What each version changed towards the one before it. Each entry has the id `changes-VERSION`. */
export function changelogView(entries: readonly ChangelogEntry[], context: VersionsContext): JSX.Element {
  return h(
    'ol',
    { class: 'changelog' },
    entries.map(({ version, diff }) =>
      h(
        'li',
        { id: `changes-${encodeURIComponent(version.version)}` },
        h('h3', null, context.version(version)),
        diff === undefined ? h('p', { class: 'none' }, 'The first version.') : versionDiffView(diff, context),
      ),
    ),
  )
}

/**
 * Pairs of versions to hold against each other. A script shows the one that is chosen (`data-choose`); without it all of
 * them are on the page. Undefined where there is none.
 *
 * @param id unique on the page
 */
export function diffChooser(
  compared: readonly VersionPair[],
  diff: (from: SubjectVersion, to: SubjectVersion) => VersionDiff,
  id: string,
  context: FindingContext,
): JSX.Element | undefined {
  const pairs = compared.map(([from, to]) => ({
    from,
    to,
    name: `${from.version}..${to.version}`,
    title: `${from.version} → ${to.version}`,
  }))
  if (pairs.length === 0) return undefined
  return h(
    'div',
    null,
    h(
      'form',
      { 'data-choose': id, hidden: true },
      h(
        'label',
        null,
        'Compare ',
        h(
          'select',
          null,
          pairs.map(({ name, title }) => h('option', { value: name }, title)),
        ),
      ),
    ),
    h(
      'div',
      { id },
      pairs.map(({ from, to, name, title }) =>
        h(
          'section',
          { id: `${id}-${encodeURIComponent(name)}`, 'data-part': name },
          h('h3', null, title),
          versionDiffView(diff(from, to), context),
        ),
      ),
    ),
  )
}
