import type { ValidationFailure } from './contract.ts'
import { printable } from './printable.ts'

/** Lines that are printed before the rest is only counted. */
const MOST_LINES = 10

/** Failures as indented lines, one each: pointer, keyword, message. Values are left out, for they may be secret. */
export function failureLines(failures: readonly ValidationFailure[]): string {
  const lines = failures.slice(0, MOST_LINES).map(failureLine)
  if (failures.length > MOST_LINES) lines.push(`  and ${failures.length - MOST_LINES} more`)
  return lines.join('\n')
}

function failureLine({ instancePath, keyword, message }: ValidationFailure): string {
  const place = instancePath === '' ? '(root)' : instancePath
  return printable(`  ${place}  ${keyword}${message === undefined ? '' : `: ${message}`}`)
}
