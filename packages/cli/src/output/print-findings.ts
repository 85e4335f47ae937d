import type { Finding } from '@concordat/toolkit/model'
import { printableText } from './printable-text.ts'
import type { Output } from './output.ts'
import { wrapText } from './wrap-text.ts'

/** Prints findings for a person, a paragraph each: place, rule, what, why, what to do. */
export function printFindings(findings: readonly Finding[], output: Output): void {
  for (const { place, severity, rule, message, why, fix } of findings) {
    const where = printableText(`${oneLine(place.file)}:${place.line}:${place.column}`)
    const tone = severity === 'error' ? 'red' : 'yellow'
    output.print(`${output.style('bold', where)}  ${output.style(tone, severity)}  ${rule}`)
    const wrap = (text: string, first: string): string =>
      wrapText(printableText(text), output.columns, first, ' '.repeat(first.length))
    output.print(wrap(message, '  '))
    output.print(output.style('dim', wrap(why, '  Why: ')))
    output.print(wrap(fix, '  Fix: '))
    output.print('')
  }
}

/** A line that begins with `::` is a command to the runner of GitHub Actions, and a stranger may name a file so. */
function oneLine(path: string): string {
  return path.replaceAll('\n', ' ').replace(/^(?=\s*:)/, './')
}

/** `2 errors, 1 warning`. */
export function countFindings(findings: readonly Finding[]): string {
  const errors = findings.filter((finding) => finding.severity === 'error').length
  const warnings = findings.length - errors
  if (findings.length === 0) return 'no findings'
  const parts = [errors > 0 && plural(errors, 'error'), warnings > 0 && plural(warnings, 'warning')]
  return parts.filter(Boolean).join(', ')
}

/** `1 file`, `2 files`. */
export function plural(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`
}
