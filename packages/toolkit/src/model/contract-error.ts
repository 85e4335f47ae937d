import type { Place } from './catalog.ts'

/** Codes of {@link ContractError}; stable, for programs to compare. */
export type ContractErrorCode =
  | 'not-found'
  | 'unreadable'
  | 'too-large'
  | 'syntax'
  | 'alias-bomb'
  | 'too-deep'
  | 'dangling-reference'
  | 'circular-reference'
  | 'reference-outside-root'
  | 'remote-reference'
  | 'not-asyncapi'
  | 'unsupported'
  | 'invalid-schema'
  | 'bad-config'
  | 'bad-exception'
  | 'bad-revision'
  | 'bad-archive'
  | 'unwritable'
  | 'name-collision'
  | 'bad-extension'
  | 'bad-name'
  | 'already-exists'
  | 'ambiguous'

export interface ContractProblem {
  readonly code: ContractErrorCode
  readonly message: string
  /** What to do about it. */
  readonly fix: string
  readonly place: Place | undefined
}

/** The input cannot be worked with. Holds every problem found, not only the first; the CLI exits with 2. */
export class ContractError extends Error {
  override readonly name = 'ContractError'
  readonly code: ContractErrorCode
  readonly problems: readonly ContractProblem[]

  constructor(problems: readonly [ContractProblem, ...ContractProblem[]], options?: { cause?: unknown }) {
    super(problems.map((problem) => problem.message).join('\n'), options)
    this.code = problems[0].code
    this.problems = problems
  }
}
