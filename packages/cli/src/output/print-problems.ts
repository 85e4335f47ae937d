import type { ContractProblem } from '@concordat/toolkit/model'
import { printableText } from './printable-text.ts'
import type { Output } from './output.ts'
import { wrapText } from './wrap-text.ts'

/** Prints what makes the input unusable: place, what is wrong, what to do. */
export function printProblems(problems: readonly ContractProblem[], output: Output): void {
  for (const { place, code, message, fix } of problems) {
    const where = place === undefined ? '' : `${place.file}:${place.line}:${place.column}  `
    output.printError(
      `${output.styleError('bold', printableText(where))}${output.styleError('red', 'error')}  ${code}`,
    )
    output.printError(wrapText(printableText(message), output.columnsError, '  '))
    output.printError(wrapText(printableText(fix), output.columnsError, '  Fix: ', '       '))
  }
}
