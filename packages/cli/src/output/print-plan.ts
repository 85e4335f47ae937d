import type { FilePlan } from '@concordat/toolkit/scaffold'
import type { Invocation } from '../command.ts'
import { printableText } from './printable-text.ts'

/** Prints which files a plan creates and changes, and what it has to say; `isDone` tells whether they are written. */
export function printPlan({ files, notes }: FilePlan, isDone: boolean, { format, output }: Invocation): void {
  const created = files.filter(({ before }) => before === undefined).map(({ path }) => path)
  const changed = files.filter(({ before }) => before !== undefined).map(({ path }) => path)
  if (format === 'json') {
    output.print(JSON.stringify({ created, changed }, null, 2))
    return
  }
  for (const path of created) output.print(`${isDone ? 'created' : 'would create'}  ${printableText(path)}`)
  for (const path of changed) output.print(`${isDone ? 'changed' : 'would change'}  ${printableText(path)}`)
  for (const note of notes) output.print(printableText(note))
}
