import type { Cache } from '../cache/cache.ts'
import type { Catalog, Node } from '../model/catalog.ts'
import type { Severity } from '../model/finding.ts'
import type { BaseRevision } from './base-revision.ts'

/** One thing that lint looks for. Each stands in a file of its own under `rules/`. */
export interface Rule {
  /** Kebab-case, says what happened; also the name under which a user changes its severity. */
  readonly id: string
  readonly severity: Severity
  /** What the rule reports, one sentence for the reference. */
  readonly summary: string
  /** What happens to whom if it stays, one sentence. */
  readonly why: string
  readonly check: (context: RuleContext) => Iterable<Violation> | Promise<Iterable<Violation>>
}

export interface RuleContext {
  readonly catalog: Catalog
  /** What stood there before, where the caller has something to compare with. */
  readonly base: BaseRevision | undefined
  readonly cache: Cache
  /** Whether no rule found anything in a file when it, and all that it refers to, was last as it is now. */
  readonly isClean: (path: string) => boolean
}

/** One place where a rule is broken; with the rule's own fields it becomes a finding. */
export interface Violation {
  readonly at: Pick<Node, 'file' | 'pointer'>
  /** What is wrong, quoting what the user wrote. One sentence. */
  readonly message: string
  /** What to do about it. One sentence. */
  readonly fix: string
  /** Instead of the rule's own, where more is known here. */
  readonly why?: string
  readonly severity?: Severity
  /** For a rule that passes on the rules of another tool: the finding's rule is `id/code`. */
  readonly code?: string
}
