import type { Severity } from '../../model/finding.ts'

/** What the AsyncAPI parser says about one place, or would say. */
export interface DocumentFault {
  /** Name of the parser's rule. */
  readonly code: string
  readonly severity: Severity
  readonly message: string
  readonly file: string
  readonly pointer: string
  /** What to do about it, where it is something else than to follow the specification. */
  readonly fix?: string
}
