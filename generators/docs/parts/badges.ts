import type { EventKind } from '@concordat/toolkit/model'
import { h, type JSX } from 'preact'

export type BadgeTone = 'plain' | 'accent' | 'good' | 'warn' | 'danger' | 'send' | 'receive'

export function badge(text: string, tone: BadgeTone = 'plain'): JSX.Element {
  return h('span', { class: tone === 'plain' ? 'badge' : `badge ${tone}` }, text)
}

/** What kind of message it is, in words; nothing where the contract does not say. */
export function kindBadge(kind: EventKind | undefined): JSX.Element | null {
  return kind === undefined ? null : badge(kind.replace('-', ' '), 'accent')
}

export function deprecatedBadge(isDeprecated: boolean): JSX.Element | null {
  return isDeprecated ? badge('deprecated', 'warn') : null
}
