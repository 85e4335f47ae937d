import type { Json } from './catalog.ts'
import type { ContractErrorCode } from './contract-error.ts'

/** What is wrong with a text, and at which offset. */
export interface TextFault {
  readonly offset: number
  readonly code: ContractErrorCode
  /** Half a sentence that continues the file's name: `has the key "a" twice in one map`. */
  readonly message: string
  readonly fix: string
}

/** A text read as JSON values, or all that is wrong with it. */
export type Parsed = { readonly value: Json } | { readonly faults: readonly TextFault[] }

export function syntaxFault(offset: number, message: string, fix = 'Correct the syntax there.'): TextFault {
  return { offset, code: 'syntax', message, fix }
}

export function tooDeepFault(offset: number, maxDepth: number): TextFault {
  const message = `nests deeper than ${maxDepth} levels`
  return {
    offset,
    code: 'too-deep',
    message,
    fix: 'Split the value, or look for a generator that nests without end.',
  }
}

export function duplicateKeyFault(offset: number, key: string): TextFault {
  return syntaxFault(
    offset,
    `has the key ${JSON.stringify(key)} twice in one object`,
    'Remove or rename one of the two.',
  )
}
