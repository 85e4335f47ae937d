import type { Finding } from '../../model/finding.ts'
import { quote } from '../../lint/quote.ts'
import type { Change, ChangeFinding, Thing } from '../change.ts'
import { accepts, isAbout } from './accepts.ts'
import type { Exception } from './exception.ts'

/** What can be wrong with an exception, for the reference. All are warnings: the finding that is not accepted blocks. */
export const EXCEPTION_RULES: readonly { readonly id: string; readonly summary: string }[] = [
  { id: 'exception-expired', summary: 'An exception whose last day has passed.' },
  {
    id: 'exception-mismatched',
    summary:
      'An exception with the fingerprint of a finding that has another rule or place, or with the rule and the place of ' +
      'a finding that has another fingerprint.',
  },
  { id: 'exception-unused', summary: 'An exception that accepts nothing that is found.' },
]

/** What is wrong with exceptions, in their order. */
export function exceptionFindings(
  exceptions: readonly Exception[],
  changes: readonly Change[],
  today: string,
): readonly Finding[] {
  const found = changes.flatMap(({ thing, findings }) => findings.map((finding) => ({ thing, finding })))
  const active = exceptions.filter(({ expires }) => today <= expires)
  return exceptions.flatMap((exception, index) => {
    const accepted = found.filter(({ thing, finding }) => accepts(exception, thing, finding))
    if (exception.expires < today) return expired(exception, accepted.length > 0)
    if (accepted.length === 0) return mismatched(exception, found, active) ?? unused(exception)
    const isTwin = (other: Exception): boolean =>
      today <= other.expires && accepted.every(({ thing, finding }) => accepts(other, thing, finding))
    const twin = exceptions.slice(0, index).find(isTwin)
    return twin === undefined ? [] : repeated(exception, twin)
  })
}

interface Found {
  readonly thing: Thing
  readonly finding: ChangeFinding
}

function expired(exception: Exception, isNeeded: boolean): Finding {
  return {
    rule: 'exception-expired',
    severity: 'warning',
    place: exception.at,
    message: `The exception for ${describe(exception.rule, exception.thing)} ended on ${exception.expires}`,
    why: isNeeded
      ? 'What it accepted counts again.'
      : 'It accepts nothing any more, and who reads it may think that it does.',
    fix: isNeeded
      ? `Mend what it accepted, or let ${exception.owner} decide on a later day.`
      : 'Remove it: what it accepted is not found any more.',
  }
}

function mismatched(
  exception: Exception,
  found: readonly Found[],
  active: readonly Exception[],
): Finding | undefined {
  const { fingerprint, at } = exception
  const same = found.find(({ finding }) => finding.fingerprint === fingerprint)
  const other = found.find(
    ({ thing, finding }) =>
      isAbout(exception, thing, finding) && !active.some((another) => accepts(another, thing, finding)),
  )
  const common = { rule: 'exception-mismatched', severity: 'warning', place: at } as const
  if (same !== undefined) {
    const { thing, finding } = same
    return {
      ...common,
      message: `The exception is for ${describe(exception.rule, exception.thing)}, but ${fingerprint} is ${describe(finding.rule, thing)}`,
      why: 'Who agreed to the exception agreed to something else, so it accepts nothing.',
      fix: 'Correct its rule and its place, and have it reviewed again.',
    }
  }
  if (other === undefined) return undefined
  const { finding } = other
  const where = `${finding.place.file}:${finding.place.line}:${finding.place.column}`
  return {
    ...common,
    message: `The exception for ${describe(exception.rule, exception.thing)} has the fingerprint ${fingerprint}, but what is found has ${finding.fingerprint} (${where}: ${finding.message})`,
    why: 'Something else breaks than what was accepted, so it counts.',
    fix: `Look at what is found now; if it may pass too, accept it as ${finding.fingerprint} and remove this exception.`,
  }
}

function unused(exception: Exception): Finding {
  return {
    rule: 'exception-unused',
    severity: 'warning',
    place: exception.at,
    message: `The exception for ${describe(exception.rule, exception.thing)} accepts nothing: no finding has the fingerprint ${exception.fingerprint}`,
    why: 'If the same breaks again later, it passes without anybody looking.',
    fix: 'Remove it.',
  }
}

function repeated(exception: Exception, twin: Exception): Finding {
  return {
    rule: 'exception-unused',
    severity: 'warning',
    place: exception.at,
    message: `The exception for ${describe(exception.rule, exception.thing)} repeats the one at ${twin.at.file}:${twin.at.line}`,
    why: 'Who removes one of the two believes the exception gone, and it is not.',
    fix: 'Remove one of the two.',
  }
}

function describe(rule: string, { kind, name }: Thing): string {
  return `${quote(rule)} in ${kind} ${quote(name)}`
}
