import type { Json } from '../model/catalog.ts'
import { attempt, explainFailure } from './explain-failure.ts'
import { asksForMore, openDecision } from './decide.ts'
import { openSchema } from './graph/open-schema.ts'
import type { Draft } from './graph/schema-node.ts'
import type { Verdict } from './verdict.ts'

export interface InclusionOptions {
  /** The draft of a schema without `$schema`. */
  readonly defaultDraft?: Draft
  /** Whether `format` says something about a string, where the format is known to Concordat; by default it does not. */
  readonly format?: 'annotation' | 'assertion'
}

/** The verdicts about two schemas, each way. */
export interface BothWays {
  /** Whether every value of the old schema is one of the new. */
  readonly backward: Verdict
  /** Whether every value of the new schema is one of the old. */
  readonly forward: Verdict
}

/**
 * Decides whether every JSON value that is valid under `a` is valid under `b`: `included` with a proof, `excluded` with a
 * value that shows it, `undecided` with the keyword and the place that was in the way. Drafts 4 to 2020-12; `content*` is
 * an annotation, and `format` by default. No schema makes it throw or take longer than about a second.
 *
 * ```ts
 * decideInclusion({ type: 'number' }, { type: 'integer' }) // { kind: 'excluded', witness: 0.5 }
 * ```
 */
export function decideInclusion(a: Json, b: Json, options: InclusionOptions = {}): Verdict {
  return attempt(() => {
    const [from, to] = [openSchema(a, options), openSchema(b, options)]
    return openDecision(from, to)(from, to, asksForMore(from, to))
  })
}

/** {@link decideInclusion} both ways, at little more than the cost of one. */
export function decideBothWays(old: Json, next: Json, options: InclusionOptions = {}): BothWays {
  let failure: Verdict
  try {
    const [from, to] = [openSchema(old, options), openSchema(next, options)]
    const decide = openDecision(from, to)
    const backward = attempt(() => decide(from, to, asksForMore(from, to)))
    // What widens a schema is seldom undone the other way.
    const isGuessed = backward.kind === 'included' || asksForMore(to, from)
    return { backward, forward: attempt(() => decide(to, from, isGuessed)) }
  } catch (error) {
    failure = explainFailure(error)
  }
  return { backward: failure, forward: failure }
}
