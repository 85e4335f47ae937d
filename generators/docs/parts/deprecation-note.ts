import type { Deprecation } from '@concordat/toolkit/model'
import { h, type JSX } from 'preact'

/** Says that a thing should not be used any more, from when, until when and what instead. */
export function deprecationNote(
  isDeprecated: boolean,
  deprecation: Deprecation | undefined,
): JSX.Element | null {
  if (!isDeprecated && deprecation === undefined) return null
  return h(
    'div',
    { class: 'note warn' },
    h('p', null, h('strong', null, 'Deprecated'), deprecationWords(deprecation)),
  )
}

/** ` since 2026-11-01, may be gone from 2027-05-01. Use …` */
export function deprecationWords(deprecation: Deprecation | undefined): string {
  const { since, removal, successor } = deprecation ?? {}
  const dates = [
    since === undefined ? '' : ` since ${since}`,
    removal === undefined ? '' : `, may be gone from ${removal}`,
  ].join('')
  return `${dates}.${successor === undefined ? '' : ` Use ${successor} instead.`}`
}
