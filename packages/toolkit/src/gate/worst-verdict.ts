import { CHANGE_VERDICTS, type ChangeFinding, type ChangeVerdict } from './change.ts'

/** The most serious verdict of findings that no exception accepts. */
export function worstVerdict(findings: readonly ChangeFinding[]): ChangeVerdict {
  const open = findings.filter(({ exception }) => exception === undefined).map(({ verdict }) => verdict)
  return CHANGE_VERDICTS.find((verdict) => verdict === 'compatible' || open.includes(verdict)) ?? 'compatible'
}
