import type { ChangeVerdict } from '@concordat/toolkit/gate'
import type { JSX } from 'preact'
import { badge, type BadgeTone } from './badges.ts'

const VERDICTS: Readonly<Record<ChangeVerdict, readonly [string, BadgeTone]>> = {
  breaking: ['breaking', 'danger'],
  undecided: ['not proven compatible', 'warn'],
  risky: ['needs care', 'warn'],
  compatible: ['compatible', 'good'],
}

/** A verdict of the gate, on a change or on a finding about it, as a badge. */
export function verdictBadge(verdict: ChangeVerdict): JSX.Element {
  const [text, tone] = VERDICTS[verdict]
  return badge(text, tone)
}
