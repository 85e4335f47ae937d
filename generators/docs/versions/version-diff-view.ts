import { judgeBump } from '@concordat/toolkit/gate'
import { type ComponentChild, h, type JSX } from 'preact'
import { verdictBadge } from '../parts/verdict-badge.ts'
import { wordsView } from '../schema-tree/words-view.ts'
import type { Words } from '../schema-tree/words.ts'
import type { VersionDiff } from './diff-versions.ts'
import { type FindingContext, findingView } from './finding-view.ts'
import type { SchemaChange } from './schema-change.ts'

/**
 * What one version changes towards another: the verdict, what is different in words, what breaks and for whom. Its style
 * is `versionsStyle`.
 */
export function versionDiffView(diff: VersionDiff, context: FindingContext): JSX.Element {
  const { change, changes } = diff
  const bump = judgeBump(change)
  return h(
    'div',
    { class: 'diff' },
    h(
      'p',
      { class: 'finding-line' },
      verdictBadge(change.verdict),
      bump !== undefined && h('span', { class: 'badge warn' }, `the version number ${bump}`),
    ),
    changes.length === 0
      ? h('p', { class: 'none' }, 'Both say the same.')
      : h('ul', { class: 'diff-changes' }, changes.map(changeView)),
    change.findings.map((finding) => findingView(finding, context)),
  )
}

const SIGNS = { added: '+', removed: '−', changed: '~' } as const

function changeView({ kind, where, lines }: SchemaChange): JSX.Element {
  const [only, ...others] = lines
  return h(
    'li',
    { class: kind },
    h('span', { class: 'diff-sign', 'aria-hidden': 'true' }, SIGNS[kind]),
    h(
      'div',
      null,
      h('span', { class: 'diff-where' }, whereView(where)),
      h('span', { class: 'diff-kind' }, kind === 'changed' ? '' : ` ${kind}`),
      others.length === 0 ? [': ', wordsView(only ?? [])] : h('ul', null, lines.map(lineView)),
    ),
  )
}

function lineView(line: Words): JSX.Element {
  return h('li', null, wordsView(line))
}

function whereView(where: readonly Words[]): ComponentChild {
  if (where.length === 0) return 'The whole'
  return where.map((label, index) => [index > 0 && ' › ', wordsView(label)])
}
