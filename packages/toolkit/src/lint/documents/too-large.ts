import type { Node } from '../../model/catalog.ts'
import type { DocumentFault } from './document-fault.ts'

/** What is larger is refused: the parser takes about ten seconds for a document of this size, and there is no end to sizes. */
export const MOST_VALUES = 1_000_000

export function tooLarge(what: 'document' | 'schema', { file, pointer }: Node): DocumentFault {
  const count = MOST_VALUES.toLocaleString('en')
  const message = `The ${what} has more than ${count} values when its references are written out, as other tools read it.`
  const fix = `Split it into several ${what}s, or let its definitions refer to fewer others.`
  return { code: 'too-large', severity: 'error', message, file, pointer, fix }
}
