import type { ChangeVerdict } from '../../change.ts'

/** A mark that is seen before anything is read. */
export const VERDICT_MARKS: Readonly<Record<ChangeVerdict, string>> = {
  breaking: '❌',
  undecided: '❓',
  risky: '⚠️',
  compatible: '✅',
}
